/** What every capability stands on: data sources, sign-in, the clock, errors in words, the start-up report. */
package dev.switchboard.system;
