package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResidueTest {

    private static final String SECRET = "quixotic-zebra";

    @TempDir
    Path folder;

    /** The file as a power cut leaves it: what was deleted a moment ago still lies in it. */
    @Test
    void theNextStartLeavesNothingOfWhatWasDeletedInTheEnginesFile() throws Exception {
        var crashed = Files.createDirectory(folder.resolve("crashed"));
        try (var connection = DriverManager.getConnection(url(folder), "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("create table words (id int primary key, text varchar)");
            statement.execute("insert into words select x, '" + SECRET + "' || x from system_range(1, 2000)");
            statement.execute("checkpoint sync");
            statement.execute("delete from words where id > 1");
            statement.execute("update words set text = 'kept'");
            statement.execute("checkpoint sync");
            Files.copy(folder.resolve("engine.mv.db"), crashed.resolve("engine.mv.db"));
        }
        assertThat(bytes(crashed)).contains(SECRET);

        Residue.rewriteIfAsked(crashed, url(crashed), "sa");
        assertThat(bytes(crashed)).as("nobody asked").contains(SECRET);

        Files.writeString(crashed.resolve("engine-to-be-rewritten"), "");
        Residue.rewriteIfAsked(crashed, url(crashed), "sa");

        assertThat(bytes(crashed)).doesNotContain(SECRET);
        assertThat(crashed.resolve("engine-to-be-rewritten")).doesNotExist();
        try (var connection = DriverManager.getConnection(url(crashed), "sa", "");
                var rows = connection.createStatement().executeQuery("select text from words")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("kept");
        }
    }

    private static String url(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("engine").toAbsolutePath() + ";WRITE_DELAY=0";
    }

    private static String bytes(Path folder) throws Exception {
        return new String(Files.readAllBytes(folder.resolve("engine.mv.db")), StandardCharsets.ISO_8859_1);
    }
}
