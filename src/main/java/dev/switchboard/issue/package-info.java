/** Approved documents become issues, in GitHub or in the local tracker, and a closed issue wakes its process. */
package dev.switchboard.issue;
