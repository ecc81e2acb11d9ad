package dev.switchboard.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What deleting leaves in the databases' own files. SQLite overwrites what is deleted ({@code secure_delete}), but its log
 * holds earlier pages until it is truncated. H2 appends and reclaims at leisure: its file is rewritten at the next start,
 * the one moment at which nobody uses it.
 */
@Component
public class Residue {

    private static final String TO_BE_REWRITTEN = "engine-to-be-rewritten";

    private final JdbcTemplate crm;
    private final Path marker;

    Residue(DataSource crm, SwitchboardProperties properties) {
        this.crm = new JdbcTemplate(crm);
        this.marker = properties.dataDir().resolve(TO_BE_REWRITTEN);
    }

    /** Outside of any transaction; where a reader holds the log, the next call truncates it. */
    public void clear() {
        crm.queryForList("pragma wal_checkpoint(truncate)");
        try {
            Files.writeString(
                    marker, "An erasure asks for this; Switchboard rewrites engine.mv.db at its next start.\n");
        } catch (IOException e) {
            throw new UncheckedIOException(marker + " cannot be written", e);
        }
    }

    /** Before anybody opens the engine's database. */
    static void rewriteIfAsked(Path dataDir, String url, String user) {
        var marker = dataDir.resolve(TO_BE_REWRITTEN);
        if (!Files.exists(marker)) {
            return;
        }
        try (var connection = DriverManager.getConnection(url, user, "");
                var statement = connection.createStatement()) {
            statement.execute("shutdown compact");
            Files.delete(marker);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the engine's file cannot be rewritten after an erasure", e);
        }
    }
}
