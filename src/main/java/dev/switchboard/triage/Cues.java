package dev.switchboard.triage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Named expressions in five languages ("by noon", "sin prisa", "ausgefallen") and a few traits of form.
 * They carry urgency across languages that the English embedding reads poorly.
 */
final class Cues {

    private static final String RESOURCE = "/classifier/cues.txt";
    private static final Pattern EMOJI = Pattern.compile("[\\x{1F300}-\\x{1FAFF}\\x{2600}-\\x{27BF}]");
    private static final int TRAITS = 9;

    private final List<Pattern> patterns;
    private final byte[] source;

    private Cues(List<Pattern> patterns, byte[] source) {
        this.patterns = patterns;
        this.source = source;
    }

    static Cues load() {
        try (InputStream in = Cues.class.getResourceAsStream(RESOURCE)) {
            byte[] source = in.readAllBytes();
            return new Cues(parse(new String(source, StandardCharsets.UTF_8)), source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Pattern> parse(String source) {
        Map<String, StringBuilder> byName = new LinkedHashMap<>();
        source.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            String[] parts = line.split(" = ", 2);
            StringBuilder all = byName.computeIfAbsent(parts[0].strip(), name -> new StringBuilder());
            all.append(all.isEmpty() ? "" : "|").append(parts[1].strip());
        });
        List<Pattern> patterns = new ArrayList<>();
        byName.values().forEach(any -> patterns.add(Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + any + ")")));
        return List.copyOf(patterns);
    }

    int size() {
        return patterns.size() + TRAITS;
    }

    /** The file's bytes: a head trained on other cues must not be used with these. */
    byte[] source() {
        return source;
    }

    float[] of(String cleaned, String folded) {
        float[] cues = new float[size()];
        for (int i = 0; i < patterns.size(); i++) {
            cues[i] = patterns.get(i).matcher(folded).find() ? 1 : 0;
        }
        int words = Texts.words(cleaned);
        int i = patterns.size();
        cues[i++] = cleaned.contains("?") ? 1 : 0;
        cues[i++] = cleaned.endsWith("?") ? 1 : 0;
        cues[i++] = cleaned.contains("!") ? 1 : 0;
        cues[i++] = cleaned.contains("!!") ? 1 : 0;
        cues[i++] = shouts(cleaned) ? 1 : 0;
        cues[i++] = EMOJI.matcher(cleaned).find() ? 1 : 0;
        cues[i++] = words <= 2 ? 1 : 0;
        cues[i++] = words <= 5 ? 1 : 0;
        cues[i] = Math.min(words, 60) / 60f;
        return cues;
    }

    /** Two words or more in capitals; a single one may be an abbreviation. */
    private static boolean shouts(String cleaned) {
        int capitals = 0;
        for (String word : cleaned.split(" ")) {
            if (word.length() > 2
                    && word.chars().anyMatch(Character::isLetter)
                    && word.chars().noneMatch(Character::isLowerCase)) {
                capitals++;
            }
        }
        return capitals >= 2;
    }
}
