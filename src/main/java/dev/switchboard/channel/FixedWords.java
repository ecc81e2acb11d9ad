package dev.switchboard.channel;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of one fixed text in one language, from {@code channel/fixed-texts/}.
 *
 * @param id under which they were approved, such as {@code prd-shared-1/de}
 * @param template the words, with slots such as <code>{link}</code>
 */
record FixedWords(String id, String template) {

    private static final String OTHERWISE = "en";
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

    /** @param language ISO 639-1, or null; English where the text is not there in it */
    static FixedWords of(FixedText text, String language) {
        for (var tried : new String[] {language, OTHERWISE}) {
            var template = tried == null ? null : read(tried).getProperty(text.version());
            if (template != null) {
                return new FixedWords(text.version() + "/" + tried, template);
            }
        }
        throw new IllegalStateException("there are no words for " + text.version());
    }

    /** @param slots what stands in each slot: a link of ours or a client's own words, never what a model wrote */
    String filled(Map<String, String> slots) {
        // In one pass: a client's words that look like a slot stay words
        return SLOT.matcher(template).replaceAll(slot -> Matcher.quoteReplacement(value(slot.group(1), slots)));
    }

    private String value(String slot, Map<String, String> slots) {
        var value = slots.get(slot);
        if (value == null) {
            throw new IllegalArgumentException("nothing to put into {" + slot + "} of " + id);
        }
        return value;
    }

    static Properties read(String language) {
        var all = new Properties();
        if (!language.matches("[a-z]{2}")) {
            return all;
        }
        try (var file = FixedWords.class.getResourceAsStream("/channel/fixed-texts/" + language + ".properties")) {
            if (file != null) {
                all.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
