package dev.switchboard.drafting;

import dev.switchboard.ai.ModelGateway;
import dev.switchboard.ai.Skill;
import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.audit.Events.Latest;
import dev.switchboard.crm.Summaries;
import dev.switchboard.request.Outcomes;
import dev.switchboard.request.Outcomes.Outcome;
import dev.switchboard.request.Requests;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps each client's digest up to date with the steps that closed. It follows the event log, so nothing has to be drawn
 * in a diagram, and what a crash left undone is found again. What staff wrote is read and never changed.
 */
@Component
class ClientDigests {

    /** After these something else is known of a client's requests. */
    static final Set<String> CLOSED_STEPS =
            Set.of("issue_filed", "issue_closed", "issue_reopened", "request_closed", "request_merged");

    static final Skill<DigestBrief, Drafts.Digest> SKILL = new Skill<>(
            "summarise_client",
            "summarise_client-1",
            Skill.Kind.DRAFT,
            Drafts.Digest.class,
            (brief, digest) -> Rules.digest(digest),
            new Skill.Offline<>("offline templates", "summarise_client-1", OfflineDigest::write),
            OfflineDigest::write);

    private static final Logger LOG = LoggerFactory.getLogger(ClientDigests.class);
    private static final int MOST_REQUESTS = 10;

    private final Events events;
    private final Summaries summaries;
    private final Outcomes outcomes;
    private final Requests requests;
    private final ModelGateway models;
    private volatile long seen;

    ClientDigests(Events events, Summaries summaries, Outcomes outcomes, Requests requests, ModelGateway models) {
        this.events = events;
        this.summaries = summaries;
        this.outcomes = outcomes;
        this.requests = requests;
        this.models = models;
    }

    /** After a start the whole log is looked at once; what is in a digest already costs a row. */
    @Scheduled(fixedDelay = 1_000)
    void sweep() {
        var complete = true;
        for (var latest : events.latestByClient(CLOSED_STEPS, seen)) {
            try {
                complete &= update(latest);
            } catch (RuntimeException e) {
                complete = false;
                LOG.warn("The summary of {} could not be brought up to date and will be", latest.clientId(), e);
            }
            if (complete) {
                seen = latest.seq();
            }
        }
    }

    /** @return false when staff changed the summary meanwhile, so that it is to be done again */
    private boolean update(Latest latest) {
        var clientId = latest.clientId();
        var before = summaries.digest(clientId);
        if (before.upto() >= latest.seq()) {
            return true;
        }
        var steps = events.requestsWith(clientId, CLOSED_STEPS, before.from()).stream()
                .map(outcomes::of)
                .sorted(Comparator.comparing(Outcome::at).thenComparing(Outcome::requestId))
                .toList();
        var newest = steps.subList(Math.max(0, steps.size() - MOST_REQUESTS), steps.size());
        if (newest.isEmpty()) {
            return true;
        }
        var subject = newest.get(newest.size() - 1).requestId();
        var round = clientId + "/summary/" + before.from() + "/" + latest.seq();
        var answer = models.ask(SKILL, round, subject, new DigestBrief(clientId, before.own(), before.text(), newest));
        if (!answer.given()) {
            requests.recordUnavailable(subject, round, SKILL.purpose(), answer.unavailable(), "the offline digest");
        }
        var author = answer.given() ? Actor.ai(answer.author()) : Actor.SYSTEM;
        return summaries.replaceDigest(clientId, before, answer.value().digest().strip(), latest.seq(), author)
                || summaries.digest(clientId).upto() >= latest.seq();
    }

    /**
     * What a digest is written from.
     *
     * @param ownSummary what staff wrote of the client
     * @param digest the digest so far; empty for the first
     * @param steps the requests that came further, oldest first
     */
    record DigestBrief(String clientId, String ownSummary, String digest, List<Outcome> steps) {}
}
