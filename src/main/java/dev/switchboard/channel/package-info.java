/** How words come in and go out: the inbox that loses nothing and the outbox that sends once, per channel. */
package dev.switchboard.channel;
