package dev.switchboard.issue;

import dev.switchboard.approval.Approvals;
import dev.switchboard.document.Documents;
import dev.switchboard.process.ApprovedWords;
import dev.switchboard.process.Purpose;
import dev.switchboard.process.Vars;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the approved bug report as a version of its document and files it as an issue. */
@Component("fileBugIssueDelegate")
class FileBugIssueDelegate implements JavaDelegate {

    private final Approvals approvals;
    private final Documents documents;
    private final IssueFiling filing;

    FileBugIssueDelegate(Approvals approvals, Documents documents, IssueFiling filing) {
        this.approvals = approvals;
        this.documents = documents;
        this.filing = filing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = execution.getProcessBusinessKey();
        var title = Vars.BUG_REPORT.get(execution, Vars.REPORT_TITLE);
        var markdown = Vars.BUG_REPORT.get(execution, Vars.MARKDOWN);
        var approval = approvals.require(
                Vars.APPROVAL_ID.get(execution), Purpose.BUG_REPORT, id, ApprovedWords.bugReport(title, markdown));
        documents.addApproved(id, Documents.BUG_REPORT, title, markdown, approval.approvedBy(), approval.id());
        filing.file(approval, title, markdown, AssignmentDecidedListener.assignment(execution));
    }
}
