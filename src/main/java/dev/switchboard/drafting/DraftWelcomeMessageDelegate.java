package dev.switchboard.drafting;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.crm.Clients;
import dev.switchboard.process.Vars;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills the welcome template; no model is asked, because nothing is known of a new client that a model could add. */
@Component("draftWelcomeMessageDelegate")
class DraftWelcomeMessageDelegate implements JavaDelegate {

    private static final String PURPOSE = "draft_welcome_message";
    private static final String TEMPLATE = "offline templates, " + PURPOSE + "-1";

    private final Clients clients;
    private final Events events;
    private final TransactionTemplate transaction;

    DraftWelcomeMessageDelegate(Clients clients, Events events, TransactionTemplate transaction) {
        this.clients = clients;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var receiver = clients.sender(Clients.SMS, Vars.PHONE.get(execution));
        Vars.CLIENT_MESSAGE.set(
                execution, Phrases.say(Locale.ENGLISH, "welcome", receiver.contactName(), receiver.clientName()));
        Vars.DRAFTED_BY.set(execution, TEMPLATE);
        // One client may be onboarded several times, with another contact each: its id alone would be the same key
        var round = execution.getProcessInstanceId() + "/" + execution.getCurrentActivityId();
        transaction.executeWithoutResult(tx -> events.appendOnce(
                round,
                Actor.SYSTEM,
                "draft_written",
                null,
                execution.getProcessBusinessKey(),
                Map.of("purpose", PURPOSE, "round", round, "template", TEMPLATE)));
    }
}
