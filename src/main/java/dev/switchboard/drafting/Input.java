package dev.switchboard.drafting;

import java.util.List;

/** What a drafting skill is given. */
interface Input<I extends Input<I>> {

    String requestId();

    /** Ids of the client's texts in it. */
    List<String> texts();

    /** The same without the others: what came after a draft was begun is not in it. */
    I only(List<String> texts);
}
