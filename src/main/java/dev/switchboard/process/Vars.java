package dev.switchboard.process;

import java.util.Date;

/** The variables that diagrams, forms and decision tables share. */
public final class Vars {

    // What the request is about; set when the process starts
    public static final Variable<String> REQUEST_ID = text("requestId");
    public static final Variable<String> TITLE = text("title");
    public static final Variable<String> CLIENT_ID = text("clientId");
    public static final Variable<String> CLIENT = text("client");
    /** Whose number a stranger's is, entered in triage. */
    public static final Variable<String> NEW_CLIENT_NAME = text("newClientName");

    public static final Variable<String> NEW_CONTACT_NAME = text("newContactName");
    public static final Variable<Boolean> KNOWN_SENDER = flag("knownSender");
    public static final LongText CONVERSATION = new LongText("conversation");
    public static final String TEXT = "text";
    public static final Variable<String> CONSENT_WARNING = text("consentWarning");

    /** What colleagues told each other; never sent. */
    public static final LongText NOTES = new LongText("notes");
    /** Why a person must look first, whatever the classifiers say; empty where none of that is known. */
    public static final Variable<String> TRIAGE_NOTE = text("triageNote");

    /** The earlier request that this one may belong to, as a person reads it; empty when there is none. */
    public static final Variable<String> EARLIER_REQUEST = text("earlierRequest");

    /** What a person said of it: {@code earlier} when this request goes on with the earlier one. */
    public static final Variable<String> CONTINUES = text("continues");

    // What a person enters to onboard a client
    public static final Variable<String> CLIENT_NAME = text("clientName");
    public static final Variable<String> CONTACT_NAME = text("contactName");
    public static final Variable<String> CONTACT_ROLE = text("contactRole");
    /** As it was typed; in E.164 from when the client is written down. */
    public static final Variable<String> PHONE = text("phone");

    /** Further numbers of the same contact, a line each. */
    public static final Variable<Object> OTHER_PHONES = new Variable<>("otherPhones", Object.class);

    /** Further contacts, a line each: name, role, number. */
    public static final Variable<Object> OTHER_CONTACTS = new Variable<>("otherContacts", Object.class);

    public static final Variable<Object> CHANNELS = new Variable<>("channels", Object.class);

    /** A list, in whatever way the form or the program that starts the process sends one. */
    public static final Variable<Object> SERVICES = new Variable<>("services", Object.class);

    public static final Variable<String> CONSENT_PROOF = text("consentProof");

    // What the classifiers said
    public static final Variable<String> REQUEST_TYPE = text("requestType");
    public static final Variable<String> URGENCY = text("urgency");
    public static final Variable<String> SENTIMENT = text("sentiment");
    public static final Variable<String> LANGUAGE = text("language");
    public static final Variable<Double> CONFIDENCE = new Variable<>("confidence", Double.class);

    // What the decision tables said
    public static final Variable<String> HANDLING = text("handling");
    public static final Variable<String> CANDIDATE_GROUP = text("candidateGroup");
    public static final Variable<String> TIME_TO_RESPOND = text("timeToRespond");
    public static final Variable<Date> DUE_AT = new Variable<>("dueAt", Date.class);
    public static final Variable<Boolean> RESPONDED = flag("responded");
    public static final Variable<String> SERVICE = text("service");
    public static final Variable<String> REPOSITORY = text("repository");
    public static final Variable<String> LABELS = text("labels");
    public static final Variable<String> ASSIGNEE = text("assignee");

    // Drafts and what a reviewer makes of them
    public static final Variable<String> DECISION = text("decision");
    public static final Variable<String> FEEDBACK = text("feedback");
    public static final Variable<String> CLIENT_MESSAGE = text("clientMessage");
    /** A list of labels and words for a form to offer; what a person picks is not sent unless it is in the message. */
    public static final Variable<Object> CANNED_REPLIES = new Variable<>("cannedReplies", Object.class);

    public static final Variable<String> CANNED_REPLY = text("cannedReply");
    public static final LongText PRD = new LongText("prd");
    public static final LongText BUG_REPORT = new LongText("bugReport");
    public static final String MARKDOWN = "markdown";
    public static final String REPORT_TITLE = "title";
    public static final Variable<String> DRAFTED_BY = text("draftedBy");
    /** Who completed the last review. */
    public static final Variable<String> REVIEWER = text("reviewer");

    /** What a draft changed in the words that were there before. */
    public static final LongText CHANGES = new LongText("changes");

    /** The pass in which the draft was written, see {@link Round}. */
    public static final Variable<String> DRAFT_ROUND = text("draftRound");

    /** SHA-256 of the bug report as it was drafted: whoever changed it since has begun to write it. */
    public static final Variable<String> REPORT_DRAFTED = text("reportDrafted");

    /** Ids of the client's texts that the draft does not know of; empty when it knows all. */
    public static final Variable<String> WORDS_SINCE_DRAFT = text("wordsSinceDraft");

    /** The same as a sentence for the reviewer. No words of the client: forms render it. */
    public static final Variable<String> DRAFT_WARNING = text("draftWarning");

    public static final LongText DUPLICATES = new LongText("duplicates");
    public static final LongText SOURCES = new LongText("sources");
    public static final Variable<Boolean> ENOUGH_KNOWN = flag("enoughKnown");
    public static final Variable<String> MISSING = text("missing");
    public static final Variable<Integer> QUESTION_ROUNDS = new Variable<>("questionRounds", Integer.class);

    /** The review task whose completion approved the words that are sent or filed next. */
    public static final Variable<String> APPROVAL_ID = text("approvalId");

    /** The inbound message that ended the last wait for the client. */
    public static final Variable<String> REPLIED_WITH = text("repliedWith");

    // What came of showing a draft to the client
    /** For the reviewer: the client's answer, or that there is none. */
    public static final LongText SHARING = new LongText("sharing");

    // How long a client who was asked is waited for
    /** Whether the last text could be sent; it could not to a client who has opted out, or with a link that has ended. */
    public static final Variable<Boolean> CLIENT_REACHED = flag("clientReached");

    /** When the client who has not answered is reminded next. */
    public static final Variable<Date> NUDGE_AT = new Variable<>("nudgeAt", Date.class);

    /** When the client is no longer waited for. */
    public static final Variable<Date> GIVE_UP_AT = new Variable<>("giveUpAt", Date.class);

    /** How often the client was reminded of the question that is open; null before the first time. */
    public static final Variable<Integer> NUDGES = new Variable<>("nudges", Integer.class);

    /** What the client was asked for in vain, by name; empty while an answer may come. */
    public static final Variable<String> UNANSWERED = text("unanswered");

    /** Another value after each reclassification. */
    public static final Variable<String> ROUTE = text("route");

    public static final Variable<String> CLOSE_REASON = text("closeReason");

    /** The first of the inbound messages that came while the request was worked on; one pass of "Client wrote again". */
    public static final Variable<String> NEW_WORDS = text("newWords");

    /** The staff user who withdrew the request; empty when the client did. */
    public static final Variable<String> WITHDRAWN_BY = text("withdrawnBy");

    public static final Variable<String> WITHDRAW_REASON = text("withdrawReason");

    /** The outbound message that did not arrive, and why, in words. */
    public static final Variable<String> UNDELIVERED_MESSAGE = text("undeliveredMessage");

    public static final Variable<String> UNDELIVERED_REASON = text("undeliveredReason");

    private Vars() {}

    private static Variable<String> text(String name) {
        return new Variable<>(name, String.class);
    }

    private static Variable<Boolean> flag(String name) {
        return new Variable<>(name, Boolean.class);
    }
}
