/** Text messages: Twilio when an account is configured, the simulated phone when none is. */
package dev.switchboard.channel.sms;
