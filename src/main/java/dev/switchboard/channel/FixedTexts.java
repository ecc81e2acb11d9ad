package dev.switchboard.channel;

import dev.switchboard.approval.Approvals;
import dev.switchboard.approval.Approvals.Approval;
import dev.switchboard.crm.Sender;
import dev.switchboard.process.Purpose;
import dev.switchboard.request.Message.Carrier;
import org.springframework.stereotype.Component;

/**
 * Words that an owner approved beforehand, by version. They leave without a review because nobody drafts them: a change
 * of one character is a new version with an approval of its own.
 */
@Component
class FixedTexts {

    /** A change of the words needs a new version; both stay in the approval records. */
    private static final String HELP_VERSION = "help-1";

    private static final String HELP = "You reach our team at this number: text us what you need and a person answers."
            + " Reply STOP to get no more texts from us. Message and data rates may apply.";

    private final Approvals approvals;
    private final Outbox outbox;

    FixedTexts(Approvals approvals, Outbox outbox) {
        this.approvals = approvals;
        this.outbox = outbox;
    }

    /** Answers one HELP; runs in the transaction that keeps the text which asked. */
    void sendHelp(Sender sender, String inboundId) {
        var approved = approvals.require(HELP_VERSION, Purpose.CLIENT_MESSAGE, null, HELP);
        var once = new Approval(
                HELP_VERSION + ":" + inboundId,
                Purpose.CLIENT_MESSAGE,
                null,
                null,
                approved.sha256(),
                approved.approvedBy(),
                null,
                approved.at());
        outbox.enqueue(once, sender.channel(), sender.address(), null, HELP, Carrier.RELAY);
    }
}
