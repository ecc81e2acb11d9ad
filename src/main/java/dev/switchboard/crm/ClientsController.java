package dev.switchboard.crm;

import dev.switchboard.audit.Actor;
import dev.switchboard.system.Page;
import jakarta.validation.Valid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/clients")
class ClientsController {

    private final Clients clients;
    private final ClientCsv csv;

    ClientsController(Clients clients, ClientCsv csv) {
        this.clients = clients;
        this.csv = csv;
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

    @PostMapping(path = "/import", consumes = "text/csv")
    ClientCsv.Report importText(@RequestBody byte[] text, Principal user) {
        return csv.read(new String(text, StandardCharsets.UTF_8), Actor.staff(user.getName()));
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ClientCsv.Report importFile(@RequestParam MultipartFile file, Principal user) throws IOException {
        return csv.read(new String(file.getBytes(), StandardCharsets.UTF_8), Actor.staff(user.getName()));
    }

    @GetMapping(path = "/export", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> export() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"clients.csv\"")
                .body(csv.write());
    }
}
