package dev.switchboard.dossier;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.ChainVerifier;
import dev.switchboard.audit.Events;
import dev.switchboard.crm.Clients;
import dev.switchboard.dossier.Decisions.ApprovalRow;
import dev.switchboard.dossier.Decisions.Decision;
import dev.switchboard.dossier.EvidencePage.ModelCall;
import dev.switchboard.process.CaseHistory;
import dev.switchboard.request.Messages;
import dev.switchboard.request.Request;
import dev.switchboard.request.Requests;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything that shows who decided what on which text of one request, and how to check it without us. */
@Component
class RequestEvidence {

    /** What an archive of one request has no use for, or shows in a better way. */
    private static final Set<String> ELSEWHERE = Set.of("event", "simulated_text", "address", "contact", "client");

    private final Requests requests;
    private final Clients clients;
    private final Messages messages;
    private final Scopes scopes;
    private final Rows rows;
    private final StoredPapers papers;
    private final RequestLog log;
    private final ChainVerifier chain;
    private final CaseHistory engine;
    private final Events events;
    private final NamedParameterJdbcTemplate database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RequestEvidence(
            Requests requests,
            Clients clients,
            Messages messages,
            Scopes scopes,
            Rows rows,
            StoredPapers papers,
            RequestLog log,
            ChainVerifier chain,
            CaseHistory engine,
            Events events,
            NamedParameterJdbcTemplate database,
            TransactionTemplate transaction,
            Clock clock) {
        this.requests = requests;
        this.clients = clients;
        this.messages = messages;
        this.scopes = scopes;
        this.rows = rows;
        this.papers = papers;
        this.log = log;
        this.chain = chain;
        this.engine = engine;
        this.events = events;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Says in the log who takes it, before the first byte of it goes.
     *
     * @throws dev.switchboard.system.Problem 404 when there is no such request
     */
    void announce(String requestId, String user) {
        var clientId = requests.get(requestId).clientId();
        transaction.executeWithoutResult(
                tx -> events.append(Actor.staff(user), "evidence_exported", requestId, clientId, Map.of()));
    }

    /** @param wholeChain whether the links of all events up to the head go along, those of other clients too */
    void write(String requestId, boolean wholeChain, OutputStream to) throws IOException {
        var request = requests.get(requestId);
        var entries = log.of(requestId);
        var instances = engine.of(requestId);
        var calls = list("model_call", "at, id", requestId, ModelCall.class);
        var words = words(requestId, instances, calls);
        var approvals = list("approval", "at, purpose", requestId, ApprovalRow.class);
        var verdict = chain.verify();
        try (var archive = new Archive(to)) {
            var kept = papers.add(scopes.ofRequest(requestId).documents(), archive, words);
            var decisions = Decisions.of(entries, approvals, words);
            var index = index(request, decisions, verdict);
            index.put("files", addRows(requestId, archive));
            index.put("papers", kept);
            for (var decision : decisions) {
                addWords(decision, words, archive);
            }
            archive.addJson("events.json", entries);
            archive.addJson("chain.json", Map.of("verdict", verdict, "neighbours", log.neighbours(entries)));
            if (wholeChain && !entries.isEmpty()) {
                archive.add(
                        "chain-to-head.ndjson",
                        out -> log.writeChain(entries.get(0).seq(), out));
            }
            archive.addJson("engine.json", instances);
            for (var file : engine.files(requestId)) {
                archive.add("definitions/" + file.name(), file.bytes());
            }
            archive.addJson("evidence.json", index);
            archive.add(
                    "evidence.html",
                    new EvidencePage(request, clientName(request), decisions, words)
                            .of(messages.conversation(requestId), calls, entries, instances, clock.instant(), verdict));
            archive.add("VERIFY.md", guide());
        }
    }

    private Map<String, Object> index(Request request, List<Decision> decisions, ChainVerifier.Verdict verdict) {
        var index = new LinkedHashMap<String, Object>();
        index.put("request", request.id());
        index.put("client", request.clientId());
        index.put("clientName", clientName(request));
        index.put("status", request.status());
        index.put("producedAt", clock.instant());
        index.put("chain", verdict);
        index.put("decisions", decisions);
        return index;
    }

    private String clientName(Request request) {
        return request.clientId() == null ? null : clients.name(request.clientId());
    }

    private Map<String, String> addRows(String requestId, Archive archive) throws IOException {
        var parameters = scopes.ofRequest(requestId).parameters(clock.instant());
        var files = new LinkedHashMap<String, String>();
        for (var holding : Holdings.ALL) {
            if (holding.file() != null && !ELSEWHERE.contains(holding.table())) {
                archive.add(holding.file(), out -> rows.write(holding, parameters, out));
                files.put(holding.file(), holding.explained());
            }
        }
        return files;
    }

    /** As they were approved, byte for byte: the file's own SHA-256 is its name. */
    private static void addWords(Decision decision, Words words, Archive archive) throws IOException {
        for (var approved : decision.approved()) {
            if (approved.file() != null) {
                archive.addOnce(approved.file(), words.found(approved.sha256()).text());
            }
        }
    }

    private Words words(String requestId, List<CaseHistory.Instance> instances, List<ModelCall> calls) {
        var words = new Words();
        messages.conversation(requestId).forEach(message -> words.add(message.body(), "message " + message.id()));
        words.addVariables(instances);
        calls.forEach(call -> words.addModelOutput(call.output()));
        return words;
    }

    private <T> List<T> list(String table, String order, String requestId, Class<T> type) {
        return database.query(
                "select * from " + table + " where request_id = :request order by " + order,
                Map.of("request", requestId),
                new DataClassRowMapper<>(type));
    }

    private static String guide() {
        try {
            return new ClassPathResource("dossier/VERIFY.md").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own guide cannot be read", e);
        }
    }
}
