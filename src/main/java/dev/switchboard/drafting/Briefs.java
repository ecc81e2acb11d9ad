package dev.switchboard.drafting;

import dev.switchboard.crm.Clients;
import dev.switchboard.crm.Summaries;
import dev.switchboard.request.Conversation;
import dev.switchboard.request.Outcomes;
import dev.switchboard.request.Requests;
import dev.switchboard.system.Times;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gathers what a drafter may know of a request. */
@Component
class Briefs {

    static final String DEFAULT_LANGUAGE = "en";
    private static final int MOST_HISTORY = 5;

    private final Requests requests;
    private final Conversation conversation;
    private final Clients clients;
    private final Summaries summaries;
    private final Outcomes outcomes;

    Briefs(Requests requests, Conversation conversation, Clients clients, Summaries summaries, Outcomes outcomes) {
        this.requests = requests;
        this.conversation = conversation;
        this.clients = clients;
        this.summaries = summaries;
        this.outcomes = outcomes;
    }

    Brief of(String requestId, String feedback) {
        return of(requestId, feedback, List.of(), null);
    }

    Brief of(String requestId, String feedback, List<String> missing, String closeReason) {
        var request = requests.get(requestId);
        var sender = clients.sender(request.channel(), request.address());
        var words = conversation.clientWords(requestId).stream()
                .map(message -> new Brief.Words(message.id(), Times.text(message.at()), message.body()))
                .toList();
        return new Brief(
                requestId,
                request.title(),
                request.language() == null ? DEFAULT_LANGUAGE : request.language(),
                sender.known() ? sender.contactName() : "",
                words,
                feedback == null ? "" : feedback,
                null,
                missing,
                closeReason,
                request.clientId() == null
                        ? ""
                        : summaries.get(request.clientId()).text(),
                outcomes.closed(request.clientId(), requestId, MOST_HISTORY));
    }
}
