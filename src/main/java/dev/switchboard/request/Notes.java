package dev.switchboard.request;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.process.Vars;
import dev.switchboard.process.Workflow;
import dev.switchboard.system.Page;
import dev.switchboard.system.Sequences;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What colleagues tell each other about a request. It is shown beside the conversation and never leaves. */
@Component
class Notes {

    private final NoteRows rows;
    private final Requests requests;
    private final Sequences sequences;
    private final Workflow workflow;
    private final Events events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Notes(
            NoteRows rows,
            Requests requests,
            Sequences sequences,
            Workflow workflow,
            Events events,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.sequences = sequences;
        this.workflow = workflow;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param requestId where it was written; a merged request's notes are read with those it went into */
    record Note(String id, String requestId, String author, String body, Instant at) {}

    Note add(String requestId, String body, String user) {
        var request = requests.get(requestId);
        var note = transaction.execute(tx -> {
            var number = sequences.next("note");
            var written = new Note("N-" + number, requestId, user, body, clock.instant());
            rows.insert(written, number);
            events.append(Actor.staff(user), "note_added", requestId, request.clientId(), Map.of("note", written.id()));
            return written;
        });
        // Open forms show it at once; if the power goes here, those opened later do
        workflow.setLongText(requestId, Vars.NOTES, variable(requestId));
        return note;
    }

    Page<Note> page(String requestId, Integer limit, String cursor) {
        requests.get(requestId);
        var size = Page.limit(limit);
        var found = rows.page(requestId, Page.cursor(cursor, 0), size + 1);
        return Page.of(
                found, size, note -> note, note -> Long.parseLong(note.id().substring(2)));
    }

    List<Note> of(String requestId) {
        return rows.page(requestId, 0, Integer.MAX_VALUE);
    }

    /** As a form's JSON variable, whose member {@code text} is all notes, newest last; empty while there are none. */
    Map<String, String> variable(String requestId) {
        return Map.of(
                Vars.TEXT,
                of(requestId).stream()
                        .map(note -> note.author() + " · " + Conversation.TIME.format(note.at()) + "\n" + note.body())
                        .collect(Collectors.joining("\n\n")));
    }
}
