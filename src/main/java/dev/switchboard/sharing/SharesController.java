package dev.switchboard.sharing;

import dev.switchboard.audit.Actor;
import dev.switchboard.system.Page;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What staff see of the pages for clients; the links themselves lie in the texts that brought them. */
@RestController
class SharesController {

    private final Shares shares;

    SharesController(Shares shares) {
        this.shares = shares;
    }

    /** Oldest first. */
    @GetMapping("/api/requests/{id}/shares")
    Page<Share> list(
            @PathVariable String id,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        return Page.of(shares.ofRequest(id), limit, cursor);
    }

    @DeleteMapping("/api/shares/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id, Principal user) {
        shares.revoke(id, Actor.staff(user.getName()));
    }
}
