package dev.switchboard.sharing;

import dev.switchboard.approval.Approvals;
import dev.switchboard.audit.Actor;
import dev.switchboard.channel.FixedText;
import dev.switchboard.channel.FixedTexts;
import dev.switchboard.document.Documents;
import dev.switchboard.process.ApprovedWords;
import dev.switchboard.process.Purpose;
import dev.switchboard.process.Vars;
import dev.switchboard.request.Requests;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens a page of the approved version and texts the client its link; from then on the request waits for the client. */
@Component("sendPrdLinkDelegate")
class SendPrdLinkDelegate implements JavaDelegate {

    private static final String OPTED_OUT = "The client has opted out of texts: the link was not sent.";

    private final Approvals approvals;
    private final Documents documents;
    private final Requests requests;
    private final Shares shares;
    private final Invitations invitations;
    private final FixedTexts texts;

    SendPrdLinkDelegate(
            Approvals approvals,
            Documents documents,
            Requests requests,
            Shares shares,
            Invitations invitations,
            FixedTexts texts) {
        this.approvals = approvals;
        this.documents = documents;
        this.requests = requests;
        this.shares = shares;
        this.invitations = invitations;
        this.texts = texts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = execution.getProcessBusinessKey();
        var markdown = ApprovedWords.read(execution, Purpose.SHARED_PRD);
        var approval = approvals.require(Vars.APPROVAL_ID.get(execution), Purpose.SHARED_PRD, id, markdown);
        var title = requests.get(id).title();
        var version = documents.addEdited(id, Documents.PRD, title, markdown, approval.approvedBy(), approval.id());
        var share = shares.open(approval, version);
        var sent = texts.ask(FixedText.PRD_SHARED, id, share.id(), invitations.slots(share));
        if (!sent) {
            shares.revoke(share.id(), Actor.SYSTEM);
        }
        Vars.CLIENT_REACHED.set(execution, sent);
        Vars.SHARING.set(execution, Map.of(Vars.TEXT, sent ? "" : OPTED_OUT));
        Vars.NUDGES.set(execution, 0);
        Vars.NUDGE_AT.set(execution, Date.from(invitations.nextNudge()));
    }
}
