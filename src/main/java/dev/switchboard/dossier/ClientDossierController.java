package dev.switchboard.dossier;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** All that is held of one client, to be handed over or erased; who may is in SecurityConfiguration. */
@RestController
class ClientDossierController {

    private final ClientExport export;
    private final ClientErasure erasure;

    ClientDossierController(ClientExport export, ClientErasure erasure) {
        this.export = export;
        this.erasure = erasure;
    }

    /** Written while it is read, so that no size is too large; what fails midway ends the connection. */
    @GetMapping(path = "/api/clients/{id}/export", produces = Zip.TYPE)
    void export(@PathVariable String id, Principal user, HttpServletResponse response) throws IOException {
        export.announce(id, user.getName());
        Zip.headers(response, id + "-export.zip");
        export.write(id, response.getOutputStream());
    }

    /** 202 where it could not be finished at once: then it goes on by itself, and the same call asks how far it is. */
    @DeleteMapping("/api/clients/{id}")
    ResponseEntity<Receipt> erase(@PathVariable String id, Principal user) {
        var receipt = erasure.erase(id, user.getName());
        return ResponseEntity.status(receipt.through() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(receipt);
    }
}
