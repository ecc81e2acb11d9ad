package dev.switchboard.channel;

import dev.switchboard.crm.Clients;
import dev.switchboard.request.Messages;
import dev.switchboard.system.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** All texts to and from a client, and the first word by a member of staff. */
@RestController
@RequestMapping("/api/clients/{id}/messages")
class ClientMessagesController {

    private final Clients clients;
    private final Messages messages;
    private final StaffWords staffWords;

    ClientMessagesController(Clients clients, Messages messages, StaffWords staffWords) {
        this.clients = clients;
        this.messages = messages;
        this.staffWords = staffWords;
    }

    /** @param address one of the client's numbers; null for the first */
    record WordsForm(@NotBlank String body, String address) {}

    @GetMapping
    Page<MessageView> list(
            @PathVariable String id,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        var page = messages.pageOfClient(clients.get(id).id(), limit, cursor);
        return new Page<>(page.items().stream().map(MessageView::of).toList(), page.nextCursor());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MessageView send(
            @PathVariable String id,
            @Valid @RequestBody WordsForm form,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) String key,
            Principal user) {
        return MessageView.of(
                staffWords.sendToClient(id, form.address(), form.body(), IdempotencyKey.of(key), user.getName()));
    }
}
