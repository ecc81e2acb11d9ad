package dev.switchboard.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The client no longer wants it, and told a member of staff. */
@RestController
@RequestMapping("/api/requests/{id}/withdraw")
class WithdrawalsController {

    private final Requests requests;
    private final RequestViews views;
    private final Withdrawals withdrawals;

    WithdrawalsController(Requests requests, RequestViews views, Withdrawals withdrawals) {
        this.requests = requests;
        this.views = views;
        this.withdrawals = withdrawals;
    }

    record Form(@Size(max = 1_000) String reason) {}

    /** The work is dropped at once; the request is closed by its process a moment later. */
    @PostMapping
    RequestView withdraw(@PathVariable String id, @Valid @RequestBody(required = false) Form form, Principal user) {
        var reason = form == null || form.reason() == null ? "" : form.reason();
        withdrawals.withdraw(id, reason, user.getName());
        return views.of(requests.get(id));
    }
}
