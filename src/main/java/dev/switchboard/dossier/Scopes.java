package dev.switchboard.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.crm.Sender;
import dev.switchboard.system.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds out what belongs to a client or a request. */
@Component
class Scopes {

    private static final String CLAIMED_BY_ANOTHER = """
            exists (select 1 from address a join contact c on c.id = a.contact_id
                    where a.address = %s and c.client_id <> :client)""";

    private final NamedParameterJdbcTemplate database;

    Scopes(NamedParameterJdbcTemplate database) {
        this.database = database;
    }

    Scope ofRequest(String requestId) {
        var documents =
                list("select id from document where request_id = :request order by id", Map.of("request", requestId));
        return new Scope(Scope.NONE, List.of(requestId), List.of(), documents, List.of());
    }

    /**
     * Requests from before a number was the client's are the client's too, as long as they are nobody else's.
     *
     * @param erasedRequests what an earlier pass of an erasure found, and nothing leads to any more
     */
    Scope ofClient(String clientId, List<String> erasedRequests) {
        var parameters = new HashMap<String, Object>(Map.of("client", clientId));
        var numbers = numbers(parameters);
        parameters.put("numbers", orNone(numbers));
        var requests = new LinkedHashSet<>(erasedRequests);
        requests.addAll(list("""
                select id from request
                where client_id = :client or client_id is null and address in (:numbers) order by number
                """, parameters));
        parameters.put("requests", orNone(List.copyOf(requests)));
        var documents = list("""
                select id from document where request_id in (:requests)
                union
                select document_id from media_file
                where document_id is not null and message_id in (select id from message where %s)
                """.formatted(Holdings.OF_MESSAGES), parameters);
        parameters.put("documents", orNone(documents));
        return new Scope(
                clientId, List.copyOf(requests), numbers, documents, looseEvents(parameters, numbers, documents));
    }

    /** Numbers of today, and of before: those that its requests came from, and that its consent was recorded of. */
    private List<String> numbers(Map<String, ?> client) {
        var numbers = new TreeSet<>(list("""
                select a.address from address a join contact c on c.id = a.contact_id where c.client_id = :client
                union
                select r.address from request r where r.client_id = :client and not %s
                """.formatted(CLAIMED_BY_ANOTHER.formatted("r.address")), client));
        database.query("select details from event where client_id = :client", client, row -> {
            var address = text(row.getString("details"), "address");
            if (!address.isEmpty() && !numbers.contains(address) && !claimedByAnother(client, address)) {
                numbers.add(address);
            }
        });
        numbers.remove(Sender.ERASED);
        return List.copyOf(numbers);
    }

    private boolean claimedByAnother(Map<String, ?> client, String address) {
        var parameters = new HashMap<String, Object>(client);
        parameters.put("address", address);
        return database.queryForObject("select " + CLAIMED_BY_ANOTHER.formatted(":address"), parameters, Boolean.class);
    }

    private List<Long> looseEvents(Map<String, ?> parameters, List<String> numbers, List<String> documents) {
        Set<String> theirs = new HashSet<>(numbers);
        theirs.addAll(documents);
        theirs.addAll(list("select id from address where address in (:numbers)", parameters));
        theirs.addAll(list("select id from message where " + Holdings.OF_MESSAGES, parameters));
        var found = new TreeSet<Long>();
        database.query(
                "select seq, actor_name, details from event where client_id is null and request_id is null",
                parameters,
                row -> {
                    var details = row.getString("details");
                    if (theirs.contains(row.getString("actor_name"))
                            || List.of("address", "message", "document").stream()
                                    .anyMatch(field -> theirs.contains(text(details, field)))) {
                        found.add(row.getLong("seq"));
                    }
                });
        return List.copyOf(found);
    }

    private static String text(String details, String field) {
        return Json.read(details, JsonNode.class).path(field).asText();
    }

    private List<String> list(String sql, Map<String, ?> parameters) {
        return database.queryForList(sql, parameters, String.class);
    }

    private static List<String> orNone(List<String> ids) {
        return ids.isEmpty() ? List.of(Scope.NONE) : ids;
    }
}
