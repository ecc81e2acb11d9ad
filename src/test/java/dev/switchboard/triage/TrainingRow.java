package dev.switchboard.triage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A text and what people say it is.
 *
 * @param labels by column name; a column may be absent
 */
record TrainingRow(String text, Map<String, String> labels) {

    String label(String head) {
        return labels.get(head);
    }

    /** Reads a CSV file with a header whose first column is {@code text}. */
    static List<TrainingRow> read(Path file) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(fields(line));
        }
        List<String> header = lines.remove(0);
        return lines.stream()
                .map(line -> new TrainingRow(
                        line.get(0),
                        IntStream.range(1, header.size()).boxed().collect(Collectors.toMap(header::get, line::get))))
                .toList();
    }

    /** Fields of one line; quoted ones may hold commas and doubled quotes, never a line break. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
