package dev.switchboard.sharing;

import dev.switchboard.channel.FixedText;
import dev.switchboard.channel.FixedTexts;
import dev.switchboard.process.Vars;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the client of the page with the same link, unless the page was closed meanwhile. */
@Component("sendPrdNudgeDelegate")
class SendPrdNudgeDelegate implements JavaDelegate {

    private static final String NOT_SENT =
            "No answer, and no further reminder: the client has opted out of texts," + " or the link has ended.";

    private final Shares shares;
    private final Invitations invitations;
    private final FixedTexts texts;

    SendPrdNudgeDelegate(Shares shares, Invitations invitations, FixedTexts texts) {
        this.shares = shares;
        this.invitations = invitations;
        this.texts = texts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var nudges = Vars.NUDGES.get(execution, 0) + 1;
        var sent = shares.openOf(Vars.APPROVAL_ID.get(execution))
                .map(share -> texts.ask(
                        FixedText.PRD_NUDGE,
                        execution.getProcessBusinessKey(),
                        share.id() + "/" + nudges,
                        invitations.slots(share)))
                .orElse(false);
        Vars.CLIENT_REACHED.set(execution, sent);
        Vars.SHARING.set(execution, Map.of(Vars.TEXT, sent ? "" : NOT_SENT));
        Vars.NUDGES.set(execution, nudges);
        Vars.NUDGE_AT.set(execution, Date.from(invitations.nextNudge()));
    }
}
