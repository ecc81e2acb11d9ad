package dev.switchboard.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.audit.Actor;
import dev.switchboard.system.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The events of a request with everything that their hashes are made of, and their neighbours in the chain. */
@Component
class RequestLog {

    /** What each event's hash covers, and the hash. */
    private static final String COLUMNS =
            "seq, at, actor_kind, actor_name, type, request_id, client_id, details_hash, prev_hash, hash";

    private final NamedParameterJdbcTemplate database;

    RequestLog(NamedParameterJdbcTemplate database) {
        this.database = database;
    }

    /** @param detailsText the very text whose UTF-8 has the hash {@code detailsHash} */
    record LogEntry(
            long seq,
            String at,
            Actor actor,
            String type,
            String requestId,
            String clientId,
            JsonNode details,
            String detailsText,
            String detailsHash,
            String prevHash,
            String hash) {}

    /** @param details not part of it: they are somebody else's business */
    record Link(long seq, String prevHash, String hash) {}

    /** Of the request, and of the messages in it from before it was decided that they belong to it. */
    List<LogEntry> of(String requestId) {
        return database.query("""
                select * from event where request_id = :request
                   or request_id is null and type = 'message_received' and exists (
                       select 1 from message m where m.request_id = :request
                       and event.details like '%"message":"' || m.id || '"%')
                order by seq
                """, Map.of("request", requestId), (row, n) -> entry(row));
    }

    /** The events right before and after those of the request, without anything of what they say. */
    List<Link> neighbours(List<LogEntry> entries) {
        var seqs = entries.stream().map(LogEntry::seq).toList();
        if (seqs.isEmpty()) {
            return List.of();
        }
        return database.query(
                """
                select seq, prev_hash, hash from event
                where (seq in (:before) or seq in (:after)) and seq not in (:seqs) order by seq
                """,
                Map.of(
                        "seqs",
                        seqs,
                        "before",
                        seqs.stream().map(seq -> seq - 1).toList(),
                        "after",
                        seqs.stream().map(seq -> seq + 1).toList()),
                (row, n) -> new Link(row.getLong("seq"), row.getString("prev_hash"), row.getString("hash")));
    }

    /** Every event from one to the head as its hash covers it, a JSON object a line; of others no more than that. */
    void writeChain(long from, OutputStream to) throws IOException {
        var failed = new IOException[1];
        database.query(
                "select " + COLUMNS + " from event where seq >= :from order by seq", Map.of("from", from), row -> {
                    try {
                        if (failed[0] == null) {
                            to.write((Json.canonical(covered(row)) + "\n").getBytes(StandardCharsets.UTF_8));
                        }
                    } catch (IOException e) {
                        failed[0] = e;
                    }
                });
        if (failed[0] != null) {
            throw failed[0];
        }
    }

    private static Map<String, Object> covered(ResultSet row) throws SQLException {
        var fields = new TreeMap<String, Object>();
        fields.put("actor", new Actor(row.getString("actor_kind"), row.getString("actor_name")));
        fields.put("at", row.getString("at"));
        fields.put("clientId", row.getString("client_id"));
        fields.put("detailsHash", row.getString("details_hash"));
        fields.put("prevHash", row.getString("prev_hash"));
        fields.put("requestId", row.getString("request_id"));
        fields.put("seq", row.getLong("seq"));
        fields.put("type", row.getString("type"));
        fields.put("hash", row.getString("hash"));
        return fields;
    }

    private static LogEntry entry(ResultSet row) throws SQLException {
        return new LogEntry(
                row.getLong("seq"),
                row.getString("at"),
                new Actor(row.getString("actor_kind"), row.getString("actor_name")),
                row.getString("type"),
                row.getString("request_id"),
                row.getString("client_id"),
                Json.read(row.getString("details"), JsonNode.class),
                row.getString("details"),
                row.getString("details_hash"),
                row.getString("prev_hash"),
                row.getString("hash"));
    }
}
