package dev.switchboard.request;

import java.time.Instant;

/**
 * The issue a request became.
 *
 * @param provider {@code github} or {@code local}
 * @param number null while it is being filed
 * @param state {@code filing}, {@code open} or {@code closed}
 * @param closeReason {@code completed} or {@code not_planned} once closed
 * @param labels JSON list
 * @param filingSince when we first meant to file it; null for those filed before that was written down
 * @param changedAt as of when the tracker's own changes are known here
 * @param repositoryId the tracker's own id of the repository, which outlives its name; null where there is none
 */
public record Issue(
        String requestId,
        String provider,
        String repository,
        Integer number,
        String url,
        String title,
        String state,
        String closeReason,
        String assignee,
        String labels,
        Instant filedAt,
        Instant announcedAt,
        Instant filingSince,
        Instant changedAt,
        Long repositoryId) {

    public boolean filed() {
        return number != null;
    }
}
