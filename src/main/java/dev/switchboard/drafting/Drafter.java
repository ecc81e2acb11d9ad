package dev.switchboard.drafting;

import dev.switchboard.ai.Answer;
import dev.switchboard.ai.ModelGateway;
import dev.switchboard.ai.Skill;
import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.request.Requests;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the model for a draft and records that it drafted; the skills that may be asked are listed here. */
@Component
class Drafter {

    static final Skill<Brief, Drafts.Prd> PRD =
            skill("draft_prd", Drafts.Prd.class, Rules::prd, OfflineDrafts::prd, brief -> new Drafts.Prd("", ""));
    /** Where nobody assessed, an engineer sees the report next, and may ask the client from there. */
    static final Skill<Brief, Drafts.Assessment> ASSESS = skill(
            "assess_report",
            Drafts.Assessment.class,
            Rules::assessment,
            OfflineDrafts::assess,
            brief -> new Drafts.Assessment(true, List.of()));

    static final Skill<Brief, Drafts.ClientText> QUESTION = skill(
            "draft_question",
            Drafts.ClientText.class,
            Rules::clientText,
            OfflineDrafts::question,
            brief -> new Drafts.ClientText(""));
    static final Skill<Brief, Drafts.Report> REPORT = skill(
            "draft_bug_report",
            Drafts.Report.class,
            Rules::report,
            OfflineDrafts::report,
            brief -> new Drafts.Report(brief.title(), "", ""));
    static final Skill<Brief, Drafts.GroundedText> ANSWER = skill(
            "draft_answer",
            Drafts.GroundedText.class,
            Rules::groundedText,
            OfflineDrafts::answer,
            brief -> new Drafts.GroundedText("", ""));
    static final Skill<Brief, Drafts.ClientText> STATUS_UPDATE = skill(
            "draft_status_update",
            Drafts.ClientText.class,
            Rules::clientText,
            OfflineDrafts::statusUpdate,
            brief -> new Drafts.ClientText(""));

    static final List<Skill<Brief, ?>> SKILLS = List.of(PRD, ASSESS, QUESTION, REPORT, ANSWER, STATUS_UPDATE);

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

    /**
     * Never fails because no model answers: then the draft is empty, the log says why, and its reviewer writes it.
     *
     * @param round from {@link dev.switchboard.process.Round}: the same on a retry, another on the next draft
     */
    <A> Answer<A> draft(Skill<Brief, A> skill, String round, Brief brief) {
        var answer = models.ask(skill, round, brief.requestId(), brief);
        if (answer.given()) {
            record(skill, round, brief, answer);
        } else {
            requests.recordUnavailable(brief.requestId(), round, skill.purpose(), answer.unavailable(), "a person");
        }
        return answer;
    }

    private void record(Skill<?, ?> skill, String round, Brief brief, Answer<?> answer) {
        var clientId = requests.get(brief.requestId()).clientId();
        transaction.executeWithoutResult(tx -> events.appendOnce(
                round + "/" + skill.purpose(),
                Actor.ai(answer.author()),
                skill.purpose().startsWith("assess") ? "report_assessed" : "draft_written",
                brief.requestId(),
                clientId,
                Map.of(
                        "purpose",
                        skill.purpose(),
                        "round",
                        round,
                        "model",
                        answer.model(),
                        "promptVersion",
                        answer.version())));
    }

    private static <A> Skill<Brief, A> skill(
            String purpose,
            Class<A> type,
            Function<A, String> problem,
            Function<Brief, A> offline,
            Function<Brief, A> nobody) {
        var version = purpose + "-1";
        return new Skill<>(
                purpose,
                purpose + "-2",
                Skill.Kind.DRAFT,
                type,
                problem,
                new Skill.Offline<>("offline templates", version, offline),
                nobody);
    }
}
