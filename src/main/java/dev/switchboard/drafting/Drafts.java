package dev.switchboard.drafting;

import java.util.List;

/** The typed answers of the drafting skills. */
final class Drafts {

    private Drafts() {}

    /** A requirements document in Markdown, and what the client would be told. */
    record Prd(String markdown, String clientMessage) {}

    /** What of a bug report is known; {@code missing} uses the names of {@link ReportFacts}. */
    record Assessment(Boolean enoughKnown, List<String> missing) {}

    /** A bug report in Markdown, and what the client would be told. */
    record Report(String title, String markdown, String clientMessage) {}

    /** Words to the client. */
    record ClientText(String clientMessage) {}

    /** An answer and what it rests on, for the reviewer; it says so where it rests on nothing. */
    record GroundedText(String clientMessage, String sources) {}

    /** What is worth knowing of a client's last requests, for colleagues. */
    record Digest(String digest) {}
}
