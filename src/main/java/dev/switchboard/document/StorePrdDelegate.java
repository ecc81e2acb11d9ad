package dev.switchboard.document;

import dev.switchboard.approval.Approvals;
import dev.switchboard.process.ApprovedWords;
import dev.switchboard.process.Purpose;
import dev.switchboard.process.Vars;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the approved PRD, byte for byte, as a version of the request's document. */
@Component("storePrdDelegate")
class StorePrdDelegate implements JavaDelegate {

    private final Approvals approvals;
    private final Documents documents;

    StorePrdDelegate(Approvals approvals, Documents documents) {
        this.approvals = approvals;
        this.documents = documents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = execution.getProcessBusinessKey();
        var markdown = ApprovedWords.read(execution, Purpose.PRD);
        var approval = approvals.require(Vars.APPROVAL_ID.get(execution), Purpose.PRD, id, markdown);
        documents.addApproved(
                id, Documents.PRD, Vars.TITLE.get(execution, id), markdown, approval.approvedBy(), approval.id());
    }
}
