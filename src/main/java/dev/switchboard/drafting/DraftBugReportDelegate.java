package dev.switchboard.drafting;

import dev.switchboard.document.Documents;
import dev.switchboard.process.Round;
import dev.switchboard.process.Vars;
import dev.switchboard.system.Hashes;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Drafts the bug report and what the client would be told; each draft is kept as a version of the document. A report that
 * a person has begun to change stays theirs: after a question to the client it is only drafted again when they ask for it.
 */
@Component("draftBugReportDelegate")
class DraftBugReportDelegate implements JavaDelegate {

    private final Briefs briefs;
    private final Drafter drafter;
    private final Documents documents;

    DraftBugReportDelegate(Briefs briefs, Drafter drafter, Documents documents) {
        this.briefs = briefs;
        this.drafter = drafter;
        this.documents = documents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var round = Round.of(execution);
        var brief = briefs.of(execution.getProcessBusinessKey(), Vars.FEEDBACK.get(execution))
                .after(Vars.DECISION.get(execution), reviewed(execution));
        if (changedByAPerson(execution)) {
            drafter.leave(Drafter.REPORT, round, brief, "whoever reviewed it");
            Vars.CLIENT_MESSAGE.set(execution, "");
            Vars.DRAFTED_BY.set(execution, null);
            return;
        }
        var draft = drafter.draft(Drafter.REPORT, round, brief);
        var report = draft.value();
        var markdown = withGaps(report.markdown(), execution);
        if (draft.given()) {
            documents.addDraft(
                    brief.requestId(), Documents.BUG_REPORT, report.title(), markdown, draft.author(), round);
        }
        Vars.BUG_REPORT.set(execution, Map.of(Vars.REPORT_TITLE, report.title(), Vars.MARKDOWN, markdown));
        Vars.REPORT_DRAFTED.set(execution, hash(execution));
        Vars.CLIENT_MESSAGE.set(execution, report.clientMessage());
        Vars.DRAFTED_BY.set(execution, draft.author());
        Vars.DRAFT_ROUND.set(execution, round);
    }

    private static Drafts.Report reviewed(DelegateExecution execution) {
        return new Drafts.Report(
                Vars.BUG_REPORT.get(execution, Vars.REPORT_TITLE),
                Vars.BUG_REPORT.get(execution, Vars.MARKDOWN),
                Vars.CLIENT_MESSAGE.get(execution, ""));
    }

    private static boolean changedByAPerson(DelegateExecution execution) {
        var drafted = Vars.REPORT_DRAFTED.get(execution);
        return drafted != null
                && !drafted.equals(hash(execution))
                && !Brief.REDRAFT.equals(Vars.DECISION.get(execution));
    }

    private static String hash(DelegateExecution execution) {
        return Hashes.sha256(Vars.BUG_REPORT.get(execution, Vars.REPORT_TITLE) + "\n"
                + Vars.BUG_REPORT.get(execution, Vars.MARKDOWN));
    }

    /** Added here and not by a model: we know what we asked for, and a draft that is not there stays empty. */
    private static String withGaps(String markdown, DelegateExecution execution) {
        var unanswered = Vars.UNANSWERED.get(execution, "");
        if (markdown.isBlank() || unanswered.isBlank()) {
            return markdown;
        }
        var why = Vars.CLIENT_REACHED.get(execution, true)
                ? "The client was asked and did not answer. Still open:"
                : "The client has opted out of texts and could not be asked. Still open:";
        var facts = Stream.of(unanswered.split(", *"))
                .map(name -> "- " + ReportFacts.label(name))
                .collect(Collectors.joining("\n"));
        return markdown.stripTrailing() + "\n\n## Not answered\n\n" + why + "\n\n" + facts + "\n";
    }
}
