/** Documents of a request, every version kept with its hash and author; the bytes lie in a file store. */
package dev.switchboard.document;
