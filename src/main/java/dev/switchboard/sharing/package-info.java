/** What a client may read before it is decided: a version of a document, at a link that ends. */
package dev.switchboard.sharing;
