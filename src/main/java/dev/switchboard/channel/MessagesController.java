package dev.switchboard.channel;

import dev.switchboard.request.Messages;
import dev.switchboard.request.Requests;
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

/** The conversation of a request, and a staff member's own words to the client. */
@RestController
@RequestMapping("/api/requests/{id}/messages")
class MessagesController {

    private final Requests requests;
    private final Messages messages;
    private final StaffWords staffWords;

    MessagesController(Requests requests, Messages messages, StaffWords staffWords) {
        this.requests = requests;
        this.messages = messages;
        this.staffWords = staffWords;
    }

    record WordsForm(@NotBlank String body) {}

    @GetMapping
    Page<MessageView> list(
            @PathVariable String id,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        requests.get(id);
        var page = messages.page(id, limit, cursor);
        return new Page<>(page.items().stream().map(MessageView::of).toList(), page.nextCursor());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MessageView send(
            @PathVariable String id,
            @Valid @RequestBody WordsForm form,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) String key,
            Principal user) {
        return MessageView.of(staffWords.send(id, form.body(), IdempotencyKey.of(key), user.getName()));
    }
}
