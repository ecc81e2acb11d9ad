/**
 * The engine's edge: ids and typed variables of each diagram, start and correlate, the deployer and its checks,
 * the engine's users and history. Only this package, delegates and listeners import the engine.
 */
package dev.switchboard.process;
