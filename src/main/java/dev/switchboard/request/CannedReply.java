package dev.switchboard.request;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * Words that staff send again and again.
 *
 * @param name how staff find it; no two have the same
 * @param body with placeholders, such as {@code {contact}}
 * @param language ISO 639-1; null for any
 */
record CannedReply(
        String id,
        @JsonIgnore long number,
        String name,
        String body,
        String language,
        String changedBy,
        Instant changedAt) {}
