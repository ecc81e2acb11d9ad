package dev.switchboard.dossier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks for words wherever the program keeps anything. */
record Traces(Path dataDir, DataSource engine, List<String> words) {

    /** Files, byte by byte, but for the engine's: H2 reclaims at leisure. */
    List<String> inFiles() throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(dataDir)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("engine.mv"))
                    .toList()) {
                look(file.getFileName().toString(), Files.readAllBytes(file), found);
            }
        }
        return found;
    }

    /** Every column of every row of every table. */
    List<String> inEngine() throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = engine.getConnection();
                var tables =
                        connection.getMetaData().getTables(null, "PUBLIC", "%", new String[] {"TABLE", "BASE TABLE"})) {
            var rows = 0;
            while (tables.next()) {
                var table = tables.getString("TABLE_NAME");
                try (var statement = connection.createStatement();
                        var result = statement.executeQuery("select * from " + table)) {
                    while (result.next()) {
                        rows++;
                        for (var i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                            look(table, bytes(result, i), found);
                        }
                    }
                }
            }
            if (rows == 0) {
                throw new AssertionError("nothing was looked at");
            }
        }
        return found;
    }

    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        var value = row.getObject(column);
        if (value instanceof Blob blob) {
            return blob.getBytes(1, (int) blob.length());
        }
        if (value instanceof byte[] plain) {
            return plain;
        }
        var text = row.getString(column);
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private void look(String where, byte[] bytes, List<String> found) {
        if (bytes == null) {
            return;
        }
        // One character a byte: what was written as UTF-8 is found as such
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (var word : words) {
            if (text.contains(new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))) {
                found.add(word + " in " + where);
            }
        }
    }
}
