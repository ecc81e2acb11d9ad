package dev.switchboard.dossier;

import dev.switchboard.dossier.Receipt.Outside;
import dev.switchboard.system.Connector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** What of a client lies where an erasure does not reach; said to the person who asked for it. */
@Component
class Outsides {

    private static final String LOCAL_TRACKER = "local";
    private static final String OFFLINE = "offline";

    private final NamedParameterJdbcTemplate database;
    private final List<Connector> connectors;

    Outsides(NamedParameterJdbcTemplate database, List<Connector> connectors) {
        this.database = database;
        this.connectors = connectors;
    }

    List<Outside> of(Map<String, ?> scope) {
        var outside = new ArrayList<Outside>();
        list(
                        "select url from issue where request_id in (:requests) and url is not null and provider <> '"
                                + LOCAL_TRACKER + "' order by url",
                        scope)
                .forEach(url -> outside.add(new Outside("an issue with words of the client", url)));
        if (texts(scope) > 0 && live("Text messages")) {
            outside.add(new Outside(
                    texts(scope) + " texts in the carrier's own log",
                    "Twilio, by the providerId that the messages keep"));
        }
        list(
                        "select distinct provider from model_call where request_id in (:requests) and provider <> '"
                                + OFFLINE + "' order by provider",
                        scope)
                .forEach(vendor -> outside.add(
                        new Outside("words that a language model was asked about", vendor + ", as its terms say")));
        var named = database.queryForObject(
                "select count(*) from event where actor_kind = 'client' and actor_name in (:numbers)",
                scope,
                Long.class);
        if (named > 0) {
            outside.add(new Outside(
                    named + " events that name the number itself, written by a version before this was possible",
                    "the event log, which cannot be changed"));
        }
        outside.add(new Outside("copies", "backups made before now"));
        return outside;
    }

    private long texts(Map<String, ?> scope) {
        return database.queryForObject(
                "select count(*) from message where provider_id is not null and (" + Holdings.OF_MESSAGES + ")",
                scope,
                Long.class);
    }

    private boolean live(String name) {
        return connectors.stream()
                .anyMatch(connector -> connector.name().equals(name) && connector.state() == Connector.State.LIVE);
    }

    private List<String> list(String sql, Map<String, ?> scope) {
        return database.queryForList(sql, scope, String.class);
    }
}
