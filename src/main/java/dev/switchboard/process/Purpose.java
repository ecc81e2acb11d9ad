package dev.switchboard.process;

import dev.switchboard.system.Names;

/** What words are approved for: an approval for one purpose opens no other door. */
public enum Purpose {
    /** Words that are texted to the client. */
    CLIENT_MESSAGE,
    /** A product requirements document that is stored and filed as an issue. */
    PRD,
    /** The same document where it is only shown to the client, who has not answered yet: it may not be filed. */
    SHARED_PRD,
    /** A bug report that is stored and filed as an issue. */
    BUG_REPORT;

    public String text() {
        return Names.of(this);
    }
}
