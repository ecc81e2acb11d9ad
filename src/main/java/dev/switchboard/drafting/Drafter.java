package dev.switchboard.drafting;

import dev.switchboard.ai.Answer;
import dev.switchboard.ai.ModelGateway;
import dev.switchboard.ai.Skill;
import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.request.Requests;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the model for a draft and records that it drafted; the skills that may be asked are listed here. */
@Component
class Drafter {

    private static final String OFFLINE = "offline templates";

    static final Skill<Brief, Drafts.Prd> PRD =
            new Skill<>("draft_prd", "draft_prd-1", OFFLINE, Drafts.Prd.class, OfflineDrafts::prd);
    static final Skill<Brief, Drafts.Assessment> ASSESS =
            new Skill<>("assess_report", "assess_report-1", OFFLINE, Drafts.Assessment.class, OfflineDrafts::assess);
    static final Skill<Brief, Drafts.ClientText> QUESTION = new Skill<>(
            "draft_question", "draft_question-1", OFFLINE, Drafts.ClientText.class, OfflineDrafts::question);
    static final Skill<Brief, Drafts.Report> REPORT =
            new Skill<>("draft_bug_report", "draft_bug_report-1", OFFLINE, Drafts.Report.class, OfflineDrafts::report);
    static final Skill<Brief, Drafts.GroundedText> ANSWER =
            new Skill<>("draft_answer", "draft_answer-1", OFFLINE, Drafts.GroundedText.class, OfflineDrafts::answer);
    static final Skill<Brief, Drafts.ClientText> STATUS_UPDATE = new Skill<>(
            "draft_status_update",
            "draft_status_update-1",
            OFFLINE,
            Drafts.ClientText.class,
            OfflineDrafts::statusUpdate);

    private final ModelGateway models;
    private final Requests requests;
    private final Events events;
    private final TransactionTemplate transaction;

    Drafter(ModelGateway models, Requests requests, Events events, TransactionTemplate transaction) {
        this.models = models;
        this.requests = requests;
        this.events = events;
        this.transaction = transaction;
    }

    /** @param round from {@link dev.switchboard.process.Round}: the same on a retry, another on the next draft */
    <A> Answer<A> draft(Skill<Brief, A> skill, String round, Brief brief) {
        var answer = models.ask(skill, round, brief.requestId(), brief);
        var clientId = requests.get(brief.requestId()).clientId();
        transaction.executeWithoutResult(tx -> events.appendOnce(
                round + "/" + skill.purpose(),
                Actor.ai(answer.author()),
                skill.purpose().startsWith("assess") ? "report_assessed" : "draft_written",
                brief.requestId(),
                clientId,
                Map.of("purpose", skill.purpose(), "round", round)));
        return answer;
    }
}
