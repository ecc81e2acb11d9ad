package dev.switchboard.drafting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * What is told to a client who asks how it is going: facts of the process, and none of the words in the conversation.
 *
 * @param language ISO 639-1 of the client's words
 * @param name how to address the client; empty for a number that nobody has claimed
 * @param matters the client's open requests, oldest first
 * @param texts ids of the client's texts that are there; not told to a model, for a reviewer hears of later ones
 */
record StatusBrief(
        String requestId,
        String language,
        String name,
        List<Matter> matters,
        @JsonIgnore List<String> texts) implements Input<StatusBrief> {

    /**
     * One open request.
     *
     * @param title the client's first words
     * @param openedOn a date such as {@code 2026-11-22}
     * @param stage where it stands: {@code reading}, {@code working}, {@code waiting_for_you}, {@code planned} (its issue is
     *     open) or {@code finished} (its issue is closed and the client not told yet)
     * @param since the date on which that began
     */
    record Matter(String title, String openedOn, String stage, String since) {}

    /** No words are in it. */
    @Override
    public StatusBrief only(List<String> texts) {
        return this;
    }
}
