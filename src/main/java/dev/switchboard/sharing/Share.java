package dev.switchboard.sharing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.switchboard.document.Documents.VersionId;
import java.time.Instant;

/**
 * A page that shows one version of a document to whoever has its link.
 *
 * @param token what makes the link unguessable; never shown but in the text to the client
 * @param approvalId of the review that approved showing these words
 * @param sharedBy the staff user's name
 * @param revokedAt null while nobody and nothing has closed it
 * @param revokedBy the staff user, or the part of the system, that closed it
 * @param views how often the page was asked for; the preview of a phone counts like a reader
 */
record Share(
        String id,
        @JsonIgnore long number,
        @JsonIgnore String token,
        @JsonIgnore String approvalId,
        String requestId,
        String documentId,
        int n,
        String sharedBy,
        Instant sharedAt,
        Instant expiresAt,
        Instant revokedAt,
        String revokedBy,
        int views,
        Instant firstViewedAt) {

    VersionId version() {
        return new VersionId(documentId, n);
    }

    boolean open(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    /** Where it lies under the public URL. */
    String path() {
        return "/shared/" + token;
    }

    /** Records print all they hold; this one may end up in a log line. */
    @Override
    public String toString() {
        return id;
    }
}
