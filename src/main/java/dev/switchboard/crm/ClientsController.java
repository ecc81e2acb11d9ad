package dev.switchboard.crm;

import dev.switchboard.audit.Actor;
import dev.switchboard.system.Page;
import jakarta.validation.Valid;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/clients")
class ClientsController {

    private final Clients clients;

    ClientsController(Clients clients) {
        this.clients = clients;
    }

    @GetMapping
    Page<Client> list(
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        return clients.page(q, limit, cursor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Client create(@Valid @RequestBody ClientForm form, Principal user) {
        return clients.create(form, Actor.staff(user.getName()));
    }

    @GetMapping("/{id}")
    Client get(@PathVariable String id) {
        return clients.get(id);
    }

    @PatchMapping("/{id}")
    Client change(@PathVariable String id, @Valid @RequestBody ClientPatch patch, Principal user) {
        return clients.change(id, patch, Actor.staff(user.getName()));
    }
}
