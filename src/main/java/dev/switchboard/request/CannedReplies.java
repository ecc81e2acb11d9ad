package dev.switchboard.request;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.crm.Clients;
import dev.switchboard.crm.Sender;
import dev.switchboard.system.Page;
import dev.switchboard.system.Problem;
import dev.switchboard.system.Sequences;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The canned replies, and how each reads for one request. They are offered to people; nothing sends them by itself. */
@Component
class CannedReplies {

    /** What a text can have at most. */
    private static final int LONGEST_TEXT = 1_600;

    private final CannedReplyRows rows;
    private final Sequences sequences;
    private final Clients clients;
    private final Issues issues;
    private final Events events;
    private final Clock clock;

    CannedReplies(
            CannedReplyRows rows, Sequences sequences, Clients clients, Issues issues, Events events, Clock clock) {
        this.rows = rows;
        this.sequences = sequences;
        this.clients = clients;
        this.issues = issues;
        this.events = events;
        this.clock = clock;
    }

    /** @param language null for any */
    record Form(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = LONGEST_TEXT) String body,

            @Pattern(regexp = "[a-z]{2}", message = "must be an ISO 639-1 code such as en or de")
            String language) {}

    /** What to change; null leaves a field as it is, an empty language is any. */
    record Patch(
            @Size(max = 100) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
            String name,

            @Size(max = LONGEST_TEXT) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
            String body,

            @Pattern(regexp = "|[a-z]{2}", message = "must be an ISO 639-1 code such as en or de")
            String language) {}

    /**
     * A reply as it reads for one request.
     *
     * @param text null where something is missing, or it would be too long for a text
     * @param missing placeholders that have no value here
     */
    record Rendered(String id, String name, String language, String text, Set<String> missing) {}

    Page<CannedReply> page(Integer limit, String cursor) {
        var size = Page.limit(limit);
        return Page.of(rows.page(Page.cursor(cursor, 0), size + 1), size, reply -> reply, CannedReply::number);
    }

    /** @throws Problem 404 */
    CannedReply get(String id) {
        var reply = rows.find(id);
        if (reply == null) {
            throw Problem.notFound("There is no canned reply " + id + ".");
        }
        return reply;
    }

    @Transactional
    public CannedReply create(Form form, String user) {
        var number = sequences.next("canned_reply");
        var reply = new CannedReply(
                "CR-" + number, number, form.name().strip(), form.body(), form.language(), user, clock.instant());
        check(reply);
        rows.insert(reply);
        record("canned_reply_created", reply, user);
        return reply;
    }

    @Transactional
    public CannedReply change(String id, Patch patch, String user) {
        var before = get(id);
        var language = patch.language() == null ? before.language() : patch.language();
        var reply = new CannedReply(
                id,
                before.number(),
                patch.name() == null ? before.name() : patch.name().strip(),
                patch.body() == null ? before.body() : patch.body(),
                language == null || language.isEmpty() ? null : language,
                user,
                clock.instant());
        check(reply);
        rows.update(reply);
        record("canned_reply_changed", reply, user);
        return reply;
    }

    @Transactional
    public void delete(String id, String user) {
        var reply = get(id);
        rows.delete(id);
        record("canned_reply_deleted", reply, user);
    }

    /** How the replies read for a request, those in its client's language first. */
    List<Rendered> of(Request request) {
        var values = values(clients.sender(request.channel(), request.address()));
        values.put("request", request.id());
        values.put("title", request.title());
        issues.find(request.id())
                .filter(Issue::filed)
                .ifPresent(issue -> values.put("issue", issue.url() == null ? "#" + issue.number() : issue.url()));
        return render(values, request.language());
    }

    /** The same for a client outside of any request. */
    List<Rendered> of(Sender receiver) {
        return render(values(receiver), null);
    }

    private List<Rendered> render(Map<String, String> values, String language) {
        return rows.page(0, Integer.MAX_VALUE).stream()
                .map(reply -> render(reply, values))
                .sorted(Comparator.comparing(reply -> foreign(reply.language(), language)))
                .toList();
    }

    private static boolean foreign(String language, String wanted) {
        return language != null && wanted != null && !Objects.equals(language, wanted);
    }

    private static Rendered render(CannedReply reply, Map<String, String> values) {
        var filled = Placeholders.fill(reply.body(), values);
        var fits = filled.text() != null && filled.text().length() <= LONGEST_TEXT;
        return new Rendered(reply.id(), reply.name(), reply.language(), fits ? filled.text() : null, filled.missing());
    }

    private static Map<String, String> values(Sender receiver) {
        var values = new HashMap<String, String>();
        if (receiver.known()) {
            values.put("contact", receiver.contactName());
            values.put("client", receiver.clientName());
        }
        return values;
    }

    private void check(CannedReply reply) {
        Placeholders.check(reply.body());
        var same = rows.byName(reply.name());
        if (same != null && !same.id().equals(reply.id())) {
            throw Problem.conflict(
                    "There is a canned reply \"" + same.name() + "\" already (" + same.id() + "): change that one.");
        }
    }

    private void record(String type, CannedReply reply, String user) {
        events.append(Actor.staff(user), type, null, null, Map.of("reply", reply.id(), "name", reply.name()));
    }
}
