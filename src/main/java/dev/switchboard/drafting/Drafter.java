package dev.switchboard.drafting;

import dev.switchboard.ai.Answer;
import dev.switchboard.ai.ModelGateway;
import dev.switchboard.ai.Skill;
import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.request.DraftRounds;
import dev.switchboard.request.Requests;
import dev.switchboard.request.Writers;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the model for a draft and records that it drafted; the skills that may be asked are listed here. */
@Component
class Drafter {

    static final Skill<Brief, Drafts.Prd> PRD = skill(
                    "draft_prd", 3, Drafts.Prd.class, Rules::prd, OfflineDrafts::prd, brief -> new Drafts.Prd("", ""))
            .mending(Rules::prdFlaw);
    /** Where nobody assessed, an engineer sees the report next, and may ask the client from there. */
    static final Skill<Brief, Drafts.Assessment> ASSESS = skill(
            "assess_report",
            2,
            Drafts.Assessment.class,
            (brief, assessment) -> Rules.assessment(assessment),
            OfflineDrafts::assess,
            brief -> new Drafts.Assessment(true, List.of()));

    static final Skill<Brief, Drafts.ClientText> QUESTION = skill(
            "draft_question",
            2,
            Drafts.ClientText.class,
            (brief, text) -> Rules.clientText(text),
            OfflineDrafts::question,
            brief -> new Drafts.ClientText(""));
    static final Skill<Brief, Drafts.Report> REPORT = skill(
            "draft_bug_report",
            3,
            Drafts.Report.class,
            Rules::report,
            OfflineDrafts::report,
            brief -> new Drafts.Report(brief.title(), "", ""));
    static final Skill<Brief, Drafts.GroundedText> ANSWER = skill(
            "draft_answer",
            3,
            Drafts.GroundedText.class,
            Rules::groundedText,
            OfflineDrafts::answer,
            brief -> new Drafts.GroundedText("", ""));
    static final Skill<Brief, Drafts.ClientText> STATUS_UPDATE = skill(
            "draft_status_update",
            2,
            Drafts.ClientText.class,
            (brief, text) -> Rules.clientText(text),
            OfflineDrafts::statusUpdate,
            brief -> new Drafts.ClientText(""));

    static final Skill<StatusBrief, Drafts.ClientText> STATUS_ANSWER = skill(
            "draft_status_answer",
            1,
            Drafts.ClientText.class,
            (brief, text) -> Rules.clientText(text),
            OfflineDrafts::statusAnswer,
            brief -> new Drafts.ClientText(""));

    /** Those that work from the client's words. */
    static final List<Skill<Brief, ?>> SKILLS = List.of(PRD, ASSESS, QUESTION, REPORT, ANSWER, STATUS_UPDATE);

    private final ModelGateway models;
    private final Requests requests;
    private final DraftRounds rounds;
    private final Writers writers;
    private final Events events;
    private final TransactionTemplate transaction;

    Drafter(
            ModelGateway models,
            Requests requests,
            DraftRounds rounds,
            Writers writers,
            Events events,
            TransactionTemplate transaction) {
        this.models = models;
        this.requests = requests;
        this.rounds = rounds;
        this.writers = writers;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * Never fails because no model answers: then the draft is empty, the log says why, and its reviewer writes it. Where a
     * person writes on the request no model is asked; where one begins to while it answers, the answer is thrown away.
     *
     * @param round from {@link dev.switchboard.process.Round}: the same on a retry, another on the next draft
     */
    <I extends Input<I>, A> Draft<A> draft(Skill<I, A> skill, String round, I input) {
        var seen = input.only(rounds.begin(round, input.requestId(), input.texts()));
        if (isLeft(skill, round, seen)) {
            return left(skill, seen);
        }
        var answer = models.ask(skill, round, input.requestId(), seen);
        if (!answer.given()) {
            requests.recordUnavailable(input.requestId(), round, skill.purpose(), answer.unavailable(), "a person");
            return new Draft<>(answer, false);
        }
        var taken = transaction.execute(tx -> !isLeft(skill, round, seen) && record(skill, round, seen, answer));
        return Boolean.TRUE.equals(taken) ? new Draft<>(answer, false) : left(skill, seen);
    }

    /** Nothing is drafted over what this person wrote already. */
    <I extends Input<I>, A> Draft<A> leave(Skill<I, A> skill, String round, I input, String user) {
        rounds.begin(round, input.requestId(), input.texts());
        recordLeft(skill, round, input, user);
        return left(skill, input);
    }

    private static <I, A> Draft<A> left(Skill<I, A> skill, I input) {
        return new Draft<>(new Answer<>(skill.nobody().apply(input), null, null, "a person writes it"), true);
    }

    /** Once decided, a retry decides the same. */
    private boolean isLeft(Skill<?, ?> skill, String round, Input<?> input) {
        if (rounds.ended(round)) {
            return rounds.left(round);
        }
        var writer = writers.of(input.requestId());
        writer.ifPresent(user -> recordLeft(skill, round, input, user));
        return writer.isPresent();
    }

    private void recordLeft(Skill<?, ?> skill, String round, Input<?> input, String user) {
        transaction.executeWithoutResult(tx -> {
            rounds.leave(round);
            events.appendOnce(
                    round,
                    Actor.SYSTEM,
                    "draft_left_to_person",
                    input.requestId(),
                    requests.get(input.requestId()).clientId(),
                    Map.of("purpose", skill.purpose(), "round", round, "person", user));
        });
    }

    private boolean record(Skill<?, ?> skill, String round, Input<?> input, Answer<?> answer) {
        rounds.written(round);
        events.appendOnce(
                round + "/" + skill.purpose(),
                Actor.ai(answer.author()),
                skill.purpose().startsWith("assess") ? "report_assessed" : "draft_written",
                input.requestId(),
                requests.get(input.requestId()).clientId(),
                Map.of(
                        "purpose",
                        skill.purpose(),
                        "round",
                        round,
                        "model",
                        answer.model(),
                        "promptVersion",
                        answer.version()));
        return true;
    }

    /** @param prompt number of the prompt's file */
    private static <I, A> Skill<I, A> skill(
            String purpose,
            int prompt,
            Class<A> type,
            BiFunction<I, A, String> problem,
            Function<I, A> offline,
            Function<I, A> nobody) {
        var version = purpose + "-1";
        return new Skill<>(
                purpose,
                purpose + "-" + prompt,
                Skill.Kind.DRAFT,
                type,
                problem,
                new Skill.Offline<>("offline templates", version, offline),
                nobody);
    }
}
