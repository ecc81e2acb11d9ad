/** The model gateway: who answers (a language model or the offline one), and the record of every call. */
package dev.switchboard.ai;
