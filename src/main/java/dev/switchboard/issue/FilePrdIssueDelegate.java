package dev.switchboard.issue;

import dev.switchboard.approval.Approvals;
import dev.switchboard.process.ApprovedWords;
import dev.switchboard.process.Purpose;
import dev.switchboard.process.Vars;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Files the approved PRD as an issue; its first heading is the title. */
@Component("filePrdIssueDelegate")
class FilePrdIssueDelegate implements JavaDelegate {

    private final Approvals approvals;
    private final IssueFiling filing;

    FilePrdIssueDelegate(Approvals approvals, IssueFiling filing) {
        this.approvals = approvals;
        this.filing = filing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = execution.getProcessBusinessKey();
        var markdown = ApprovedWords.read(execution, Purpose.PRD);
        var approval = approvals.require(Vars.APPROVAL_ID.get(execution), Purpose.PRD, id, markdown);
        filing.file(approval, title(markdown, id), markdown, AssignmentDecidedListener.assignment(execution));
    }

    /** Taken from the approved words, so that the title is approved too. */
    private static String title(String markdown, String requestId) {
        return markdown.lines()
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(2).strip())
                .filter(heading -> !heading.isEmpty())
                .findFirst()
                .orElse("Feature request " + requestId);
    }
}
