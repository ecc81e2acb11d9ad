package dev.switchboard.dossier;

import static dev.switchboard.dossier.Holding.nobodys;

import dev.switchboard.crm.Sender;
import java.util.List;

/**
 * The register: every table, whose rows a client's are, and what becomes of them. Export, evidence and erasure follow it,
 * and a test compares it with the database: a table or a column that is not here cannot be added unnoticed.
 */
final class Holdings {

    private static final String NOBODY = "'" + Sender.ERASED + "'";
    private static final String NO_NAME = "'(erased)'";
    private static final String OF_REQUEST = "request_id in (:requests)";

    static final String OF_MESSAGES = OF_REQUEST
            + " or request_id is null and (direction = 'inbound' and from_address in (:numbers)"
            + " or direction = 'outbound' and to_address in (:numbers))";

    /** In the order in which an erasure goes through them: what others are found by goes last. */
    static final List<Holding> ALL = List.of(
            Holding.of(
                            "model_call",
                            "model-calls.json",
                            "Every question to a model about a request, word for word, with its answer, the version of"
                                    + " the prompt, tokens and cost.",
                            OF_REQUEST)
                    .replacing("input", "''")
                    .replacing("output", "''")
                    .replacing("outcome", "case when outcome = 'answered' then outcome else 'failed' end")
                    .keeping(
                            "id",
                            "idempotency_key",
                            "request_id",
                            "purpose",
                            "provider",
                            "model",
                            "prompt_version",
                            "input_tokens",
                            "output_tokens",
                            "cost_usd",
                            "latency_ms",
                            "at"),
            Holding.of(
                            "approval",
                            "approvals.json",
                            "Who approved words for the client or the issue tracker, and the SHA-256 of these words.",
                            OF_REQUEST + " or client_id = :client")
                    .replacing("sha256", "''")
                    .keeping("task_id", "purpose", "request_id", "client_id", "approved_by", "drafted_by", "at"),
            Holding.of(
                            "issue_comment",
                            "issue-comments.json",
                            "What was said about the request's issue at the issue tracker.",
                            OF_REQUEST)
                    .deleted(),
            Holding.of(
                            "local_issue",
                            "local-issues.json",
                            "Issues in Switchboard's own tracker.",
                            "exists (select 1 from request r where r.id in (:requests)"
                                    + " and local_issue.marker like '<!-- switchboard:' || r.id || ' %')")
                    .replacing("title", NO_NAME)
                    .replacing("body", "''")
                    .replacing("marker", "''")
                    .keeping("number", "repository", "labels", "assignee", "state", "created_at"),
            Holding.of("issue", "issues.json", "The issue that a request became, and where it lies.", OF_REQUEST)
                    .deleted(),
            Holding.of(
                            "media_file",
                            "media-files.json",
                            "Files that came with texts; the kept ones are documents.",
                            "message_id in (select id from message where " + OF_MESSAGES + ")")
                    .deleted(),
            Holding.of(
                            "share",
                            "shares.json",
                            "Papers that were shown to the client at a link, and when it was first opened.",
                            OF_REQUEST)
                    .deleted(),
            Holding.of(
                            "document_version",
                            "document-versions.json",
                            "The versions of each document; their bytes lie in the folder documents.",
                            "document_id in (:documents)")
                    .deleted(),
            Holding.of(
                            "document",
                            "documents.json",
                            "Drafts, approved papers, uploads and pictures.",
                            "id in (:documents)")
                    .deleted(),
            Holding.of(
                            "undelivered_text",
                            "undelivered-texts.json",
                            "Texts that never arrived, with the reason.",
                            "message_id in (select id from message where " + OF_MESSAGES + ")")
                    .deleted(),
            Holding.of(
                            "simulated_text",
                            "simulated-phone.json",
                            "What lies on the simulated phone, where no Twilio account is configured.",
                            "from_address in (:numbers) or to_address in (:numbers)"
                                    + " or sid in (select provider_id from message where " + OF_MESSAGES + ")")
                    .deleted(),
            Holding.of(
                            "message",
                            "messages.json",
                            "Every text, in and out, with its status and the carrier's id.",
                            OF_MESSAGES)
                    .replacing("body", "''")
                    .replacing("media", "'[]'")
                    .replacing(
                            "from_address", "case direction when 'inbound' then " + NOBODY + " else from_address end")
                    .replacing("to_address", "case direction when 'outbound' then " + NOBODY + " else to_address end")
                    // What was not sent yet never is; whether what was under way had left, nobody will ask any more
                    .replacing(
                            "status",
                            "case status when 'queued' then 'blocked' when 'sending' then 'failed' else status end")
                    .replacing("handled_at", "coalesce(handled_at, :now)")
                    .replacing("next_attempt_at", "null")
                    .replacing("sending_since", "null")
                    // The carrier's id stays: it is how a late repeat or receipt of the same text is recognised
                    .keeping(
                            "id",
                            "seq",
                            "idempotency_key",
                            "request_id",
                            "direction",
                            "channel",
                            "keyword",
                            "error_code",
                            "segments",
                            "provider_id",
                            "approved_by",
                            "drafted_by",
                            "at",
                            "carrier",
                            "handed_with",
                            "merged_from",
                            "encoding",
                            "attempts"),
            Holding.of(
                            "event",
                            "events.json",
                            "The event log: what happened when, by whom. An entry is never changed; an erasure takes"
                                    + " its details away.",
                            "client_id = :client or request_id in (:requests) or seq in (:events)")
                    .detailsOnly(),
            Holding.of(
                            "request",
                            "requests.json",
                            "The requests, with what classifiers and people made of them.",
                            "id in (:requests)")
                    .replacing("title", NO_NAME)
                    .replacing("address", NOBODY)
                    .replacing("sentiment", "null")
                    .replacing("language", "null")
                    .replacing("status", "'closed'")
                    .replacing("closed_at", "coalesce(closed_at, :now)")
                    .keeping(
                            "id",
                            "number",
                            "client_id",
                            "channel",
                            "type",
                            "urgency",
                            "confidence",
                            "type_set_by",
                            "urgency_set_by",
                            "handling",
                            "due_at",
                            "assignee",
                            "opened_at",
                            "responded_at",
                            "escalated_at",
                            "merged_into"),
            Holding.of(
                            "address",
                            "addresses.json",
                            "Numbers, each with its consent to texts and since when; how it came about is in"
                                    + " events.json (consent_…).",
                            "address in (:numbers)")
                    .deleted(),
            Holding.of(
                            "draft_round",
                            "draft-rounds.json",
                            "Which of the texts each draft was made from, and how it ended.",
                            OF_REQUEST)
                    .deleted(),
            Holding.of("writing", "writing.json", "Who of the staff writes on a request right now.", OF_REQUEST)
                    .deleted(),
            Holding.of(
                            "earlier_request",
                            "earlier-requests.json",
                            "Which earlier request a request may belong to.",
                            OF_REQUEST)
                    .deleted(),
            Holding.of(
                            "which_request",
                            "which-request.json",
                            "Questions to the client which of its requests a text is about.",
                            "address in (:numbers)")
                    .deleted(),
            Holding.of("note", "notes.json", "What colleagues told each other about a request.", OF_REQUEST)
                    .deleted(),
            Holding.of(
                            "request_link",
                            "request-links.json",
                            "Which requests have to do with each other.",
                            "a in (:requests) or b in (:requests)")
                    .deleted(),
            Holding.of(
                            "client_summary",
                            "client-summaries.json",
                            "What colleagues should know of the client, as it read after each change, and who made it.",
                            "client_id = :client")
                    .deleted(),
            Holding.of("contact", "contacts.json", "The people at the client.", "client_id = :client")
                    .deleted(),
            Holding.of("client", "client.json", "The client.", "id = :client")
                    .replacing("name", NO_NAME)
                    .replacing("services", "'[]'")
                    .replacing("summary", "''")
                    .replacing("digest", "''")
                    .replacing("erased_at", "coalesce(erased_at, :now)")
                    .keeping("id", "created_at", "digest_from", "digest_upto"),
            nobodys("canned_reply", "words that staff send again and again; names are filled in when they are used"),
            nobodys("erasure", "which clients were erased, by whom and when: pseudonyms, counts, issues outside"),
            nobodys("opt_out", "keyed hashes of opted-out numbers of erased clients, so that a STOP is not forgotten"),
            nobodys("event_chain", "the head of the event log's hash chain"),
            nobodys(
                    "early_delivery_state",
                    "delivery states by the carrier's message id, until the text is written down"),
            nobodys("github_delivery", "ids of deliveries of GitHub's webhook"),
            nobodys("sequence_number", "counters"),
            nobodys("flyway_schema_history", "versions of the database"));

    private Holdings() {}
}
