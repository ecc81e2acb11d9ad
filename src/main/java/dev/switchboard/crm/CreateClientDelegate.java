package dev.switchboard.crm;

import dev.switchboard.audit.Actor;
import dev.switchboard.process.RejectedInput;
import dev.switchboard.process.SignedIn;
import dev.switchboard.process.Variable;
import dev.switchboard.process.Vars;
import dev.switchboard.system.Json;
import dev.switchboard.system.Problem;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the client down and names the process after it. What cannot be taken is said to the person who starts it. */
@Component("createClientDelegate")
class CreateClientDelegate implements JavaDelegate {

    private final Onboarding onboarding;

    CreateClientDelegate(Onboarding onboarding) {
        this.onboarding = onboarding;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var user = SignedIn.at(execution)
                .orElseThrow(() -> new RejectedInput("Nobody is signed in: a client is onboarded by a person."));
        try {
            var receiver = onboarding.take(entry(execution), Actor.staff(user));
            execution.setProcessBusinessKey(receiver.clientId());
            Vars.CLIENT_ID.set(execution, receiver.clientId());
            Vars.CLIENT.set(execution, receiver.displayName());
            Vars.PHONE.set(execution, receiver.address());
        } catch (Problem e) {
            throw new RejectedInput(e.getMessage());
        }
    }

    private static Onboarding.Entry entry(DelegateExecution execution) {
        return new Onboarding.Entry(
                text(execution, Vars.CLIENT_NAME),
                text(execution, Vars.CONTACT_NAME),
                text(execution, Vars.CONTACT_ROLE),
                text(execution, Vars.PHONE),
                lines(execution.getVariable(Vars.OTHER_PHONES.name())),
                lines(execution.getVariable(Vars.OTHER_CONTACTS.name())),
                lines(execution.getVariable(Vars.CHANNELS.name())),
                services(execution.getVariable(Vars.SERVICES.name())),
                text(execution, Vars.CONSENT_PROOF));
    }

    /** A program may send a number where a form sends a text. */
    private static String text(DelegateExecution execution, Variable<String> variable) {
        var entered = execution.getVariable(variable.name());
        return entered == null ? "" : entered.toString().strip();
    }

    /** A text area sends lines; a checklist or a program may send JSON or a list. */
    private static List<String> lines(Object entered) {
        if (entered == null || entered.toString().isBlank()) {
            return List.of();
        }
        var text = entered.toString().strip();
        try {
            var all = entered instanceof Collection<?> list
                    ? list.stream().map(String::valueOf)
                    : text.startsWith("[") ? Json.readList(text, String.class).stream() : text.lines();
            return all.map(String::strip).filter(line -> !line.isEmpty()).toList();
        } catch (UncheckedIOException e) {
            throw new RejectedInput("Write further numbers, contacts and channels each on a line of its own.");
        }
    }

    /** A checklist sends JSON; a program may send a list, or JSON in a text. */
    private static List<Service> services(Object entered) {
        if (entered == null || entered.toString().isBlank()) {
            return List.of();
        }
        var json = entered instanceof Collection<?> list ? Json.write(list) : entered.toString();
        try {
            return Json.readList(json, String.class).stream()
                    .map(Service::of)
                    .distinct()
                    .toList();
        } catch (UncheckedIOException e) {
            throw new RejectedInput("The services must be a list such as [\"design\",\"development\"].");
        }
    }
}
