package dev.switchboard.dossier;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.switchboard.system.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Component;

/** Rows of any table as they are: as JSON, one after the other, never all of them in memory. */
@Component
class Rows {

    /** Columns that hold JSON; an export shows it as such. */
    private static final Set<String> JSON = Set.of("services", "media", "labels", "details");

    private final NamedParameterJdbcTemplate database;

    Rows(NamedParameterJdbcTemplate database) {
        this.database = database;
    }

    /** @return how many rows were written */
    long write(Holding holding, Map<String, ?> parameters, OutputStream to) throws IOException {
        var count = new long[1];
        try (var json = Json.generator(to)) {
            json.writeStartArray();
            database.query(holding.select(), parameters, row -> {
                write(row, json);
                count[0]++;
            });
            json.writeEndArray();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return count[0];
    }

    long count(Holding holding, Map<String, ?> parameters) {
        return database.queryForObject(holding.count(), parameters, Long.class);
    }

    int update(String sql, Map<String, ?> parameters) {
        return database.update(sql, parameters);
    }

    <T> List<T> list(String sql, Map<String, ?> parameters, Class<T> type) {
        return database.queryForList(sql, parameters, type);
    }

    private static void write(ResultSet row, JsonGenerator json) throws SQLException {
        var columns = row.getMetaData();
        try {
            json.writeStartObject();
            for (var i = 1; i <= columns.getColumnCount(); i++) {
                var column = columns.getColumnName(i);
                var value = row.getObject(i);
                json.writeFieldName(JdbcUtils.convertUnderscoreNameToPropertyName(column));
                if (value instanceof String text && JSON.contains(column)) {
                    json.writeRawValue(text);
                } else {
                    json.writeObject(value);
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
