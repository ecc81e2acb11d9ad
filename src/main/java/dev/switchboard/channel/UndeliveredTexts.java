package dev.switchboard.channel;

import dev.switchboard.channel.UndeliveredTextRows.UndeliveredTextRow;
import dev.switchboard.crm.Clients;
import dev.switchboard.crm.Sender;
import dev.switchboard.process.Vars;
import dev.switchboard.process.Workflow;
import dev.switchboard.request.Message;
import dev.switchboard.request.Message.Carrier;
import dev.switchboard.request.Messages;
import dev.switchboard.request.Requests;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A text that will never arrive becomes a person's task. It is noted together with the state that made it final and then
 * brought to the engine, again until it is there: neither the carrier's callback nor a sending job waits for the engine.
 */
@Component
public class UndeliveredTexts {

    private static final Logger LOG = LoggerFactory.getLogger(UndeliveredTexts.class);
    private static final int BATCH = 50;

    /** A longer variable fails at the engine's database. */
    private static final int LONGEST_REASON = 1_000;

    private final UndeliveredTextRows rows;
    private final Messages messages;
    private final Requests requests;
    private final Clients clients;
    private final Workflow workflow;
    private final Clock clock;

    UndeliveredTexts(
            UndeliveredTextRows rows,
            Messages messages,
            Requests requests,
            Clients clients,
            Workflow workflow,
            Clock clock) {
        this.rows = rows;
        this.messages = messages;
        this.requests = requests;
        this.clients = clients;
        this.workflow = workflow;
        this.clock = clock;
    }

    /** @param reason in words for staff; no secret */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Message message, String reason) {
        // The answer to a HELP is about no work of ours: nobody has to follow it up
        if (message.requestId() != null || message.carrier() == Carrier.PROCESS) {
            rows.insert(
                    message.id(),
                    reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON),
                    clock.instant());
        }
    }

    @Scheduled(fixedDelay = 1_000)
    void handOver() {
        for (var row : rows.waiting(BATCH)) {
            try {
                handOver(row);
                rows.handed(row.messageId(), clock.instant());
            } catch (RuntimeException e) {
                LOG.warn("Nobody was told that text {} did not arrive; it is tried again", row.messageId(), e);
            }
        }
    }

    private void handOver(UndeliveredTextRow row) {
        var message = messages.get(row.messageId());
        var receiver = clients.sender(message.channel(), message.toAddress());
        var subject = message.requestId() == null ? receiver.clientId() : message.requestId();
        // The number of a welcome may be nobody's by now, or its client erased: then there is nobody to reach
        if (subject != null && !Sender.ERASED.equals(message.toAddress())) {
            var variables = new HashMap<String, Object>();
            variables.put(Vars.CLIENT.name(), receiver.displayName());
            variables.put(Vars.CLIENT_ID.name(), receiver.clientId());
            variables.put(Vars.PHONE.name(), message.toAddress());
            variables.put(Vars.CLIENT_MESSAGE.name(), message.body());
            variables.put(Vars.DRAFTED_BY.name(), message.draftedBy());
            variables.put(Vars.UNDELIVERED_REASON.name(), row.reason());
            variables.putAll(ofRequest(message.requestId()));
            workflow.startUndeliveredText(subject, message.id(), variables);
        }
    }

    private Map<String, Object> ofRequest(String requestId) {
        if (requestId == null) {
            return Map.of();
        }
        var request = requests.get(requestId);
        var variables = new HashMap<String, Object>();
        variables.put(Vars.REQUEST_ID.name(), requestId);
        variables.put(Vars.TITLE.name(), request.title());
        variables.put(
                Vars.REQUEST_TYPE.name(),
                request.type() == null ? "" : request.type().text());
        variables.put(
                Vars.URGENCY.name(),
                request.urgency() == null ? "" : request.urgency().text());
        return variables;
    }
}
