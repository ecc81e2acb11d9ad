/** A client's request: what it is, where it stands, the conversation, and the issue it became. */
package dev.switchboard.request;
