package dev.switchboard.dossier;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.crm.Clients;
import dev.switchboard.process.CaseHistory;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything that is held of one client, as a person can be given it: a zip of JSON files and papers. */
@Component
class ClientExport {

    private final Clients clients;
    private final Scopes scopes;
    private final Rows rows;
    private final StoredPapers papers;
    private final CaseHistory engine;
    private final Events events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ClientExport(
            Clients clients,
            Scopes scopes,
            Rows rows,
            StoredPapers papers,
            CaseHistory engine,
            Events events,
            TransactionTemplate transaction,
            Clock clock) {
        this.clients = clients;
        this.scopes = scopes;
        this.rows = rows;
        this.papers = papers;
        this.engine = engine;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Says in the log who takes the data, before the first byte of it goes.
     *
     * @throws dev.switchboard.system.Problem 404 when there is no such client (any more)
     */
    void announce(String clientId, String user) {
        clients.get(clientId);
        transaction.executeWithoutResult(
                tx -> events.append(Actor.staff(user), "client_exported", null, clientId, Map.of()));
    }

    void write(String clientId, OutputStream to) throws IOException {
        var scope = scopes.ofClient(clientId, List.of());
        var parameters = scope.parameters(clock.instant());
        var files = new LinkedHashMap<String, String>();
        try (var archive = new Archive(to)) {
            for (var holding : Holdings.ALL) {
                if (holding.file() != null) {
                    var count = new long[1];
                    archive.add(holding.file(), out -> count[0] = rows.write(holding, parameters, out));
                    files.put(holding.file(), count[0] + " × " + holding.explained());
                }
            }
            var kept = papers.add(scope.documents(), archive, new Words());
            var unreadable = kept.stream().filter(paper -> paper.file() == null).toList();
            files.put("documents/", kept.size() - unreadable.size() + " × The bytes of each version of each document.");
            addHistory(clientId, scope, archive);
            files.put(
                    "engine/",
                    "What the process engine holds of each request and onboarding: steps, tasks, variables, decisions.");
            archive.add("README.txt", readme(clientId, files, unreadable));
        }
    }

    private void addHistory(String clientId, Scope scope, Archive archive) throws IOException {
        archive.addJson("engine/" + clientId + ".json", engine.of(clientId));
        for (var request : scope.requests()) {
            archive.addJson("engine/" + request + ".json", engine.of(request));
        }
    }

    private String readme(String clientId, Map<String, String> files, List<StoredPapers.Paper> unreadable) {
        var text = new StringBuilder("Everything that Switchboard holds of client " + clientId + ", as of "
                + clock.instant() + " (UTC).\n\nThe JSON files can be opened with any text editor or browser.\n\n");
        files.forEach((file, what) -> text.append("%-24s %s%n".formatted(file, what)));
        text.append(
                "\nNot in here: what lies outside of Switchboard, such as issues at GitHub (issues.json says where),"
                        + " the telephone company's own records and backups.\n");
        unreadable.forEach(paper -> text.append(
                "\nVersion %d of %s could not be read: %s%n".formatted(paper.n(), paper.document(), paper.problem())));
        return text.toString();
    }
}
