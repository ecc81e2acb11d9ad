package dev.switchboard.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.SwitchboardTest;
import dev.switchboard.dossier.Holding.Fate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever adds a table or a column decides what an erasure makes of it, in {@link Holdings}, or fails here. */
@SwitchboardTest
class HoldingsTest {

    @Autowired
    JdbcClient database;

    @Test
    void everyTableIsInTheRegisterOnce() {
        assertThat(Holdings.ALL)
                .extracting(Holding::table)
                .doesNotHaveDuplicates()
                // The index of the messages' words holds what message holds: its triggers and secure-delete see to that
                .containsExactlyInAnyOrderElementsOf(
                        list("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
                                + " and name not like 'message\\_words%' escape '\\'"));
    }

    @Test
    void everyColumnOfARowThatStaysIsReplacedOrKeptOnPurpose() {
        for (var holding : Holdings.ALL) {
            if (holding.fate() == Fate.EMPTIED) {
                var decided = new ArrayList<>(holding.kept());
                decided.addAll(holding.replaced().keySet());
                assertThat(decided)
                        .as("columns of %s", holding.table())
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(columns(holding.table()));
            }
        }
    }

    /** They are in the register as nobody's: a column that could hold words would be a reason to think again. */
    @Test
    void tablesThatAreNobodysHaveOnlyTheColumnsThatWereLookedAt() {
        assertThat(columns("erasure"))
                .containsExactlyInAnyOrder(
                        "client_id",
                        "asked_by",
                        "asked_at",
                        "requests",
                        "documents",
                        "receipt",
                        "finished_at",
                        "settled_at");
        assertThat(columns("opt_out")).containsExactlyInAnyOrder("hash", "key_id", "at");
        assertThat(columns("early_delivery_state"))
                .containsExactlyInAnyOrder("channel", "provider_id", "state", "error_code", "at");
        assertThat(columns("github_delivery")).containsExactlyInAnyOrder("id", "event", "at");
        assertThat(columns("event"))
                .containsExactlyInAnyOrder(
                        "seq",
                        "at",
                        "actor_kind",
                        "actor_name",
                        "type",
                        "request_id",
                        "client_id",
                        "details",
                        "details_hash",
                        "prev_hash",
                        "hash",
                        "once_key");
    }

    private List<String> columns(String table) {
        return list("select name from pragma_table_info('" + table + "')");
    }

    private List<String> list(String sql) {
        return database.sql(sql).query(String.class).list();
    }
}
