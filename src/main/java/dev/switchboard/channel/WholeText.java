package dev.switchboard.channel;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What a client's text is that says one small thing and nothing else: no request, no answer. Read from {@code
 * channel/whole-texts.properties}, without a model: who gets a wrong answer here is not heard.
 */
enum WholeText {
    THANKS,
    /** Thanks that say yes as well: an answer where one is awaited. */
    AGREEMENT,
    /** Asks how it is going. */
    STATUS,
    /** Wants nothing any more. */
    WITHDRAWAL,
    /** Anything else. */
    WORDS;

    private static final int LONGEST = 120;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern GREETING = Pattern.compile("^(hi|hello|hey|hola|ola|oi|bonjour|salut|hallo|moin|servus"
            + "|good (morning|afternoon|evening)|guten (tag|morgen|abend)|buenos dias|buenas( tardes)?|bom dia|boa tarde"
            + "|bonsoir)( (there|all|team|everyone|guys|zusammen|a todos|pessoal|a tous))? ");

    static WholeText of(String body) {
        var words = normal(body);
        if (words.isEmpty() || words.length() > LONGEST) {
            return WORDS;
        }
        for (var form : Patterns.ALL) {
            var matcher = form.pattern.matcher(words);
            if (matcher.matches()) {
                return form.meaning == THANKS && matcher.group("yes") != null ? AGREEMENT : form.meaning;
            }
        }
        return WORDS;
    }

    private static String normal(String body) {
        var plain = MARKS.matcher(Normalizer.normalize(body, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss");
        var words = NO_WORD.matcher(plain).replaceAll(" ").strip();
        return GREETING.matcher(words).replaceFirst("");
    }

    private record Form(WholeText meaning, Pattern pattern) {}

    /** Read when first touched: an enum cannot hold what it needs itself while it is being made. */
    private static final class Patterns {

        static final List<Form> ALL = read();

        private static List<Form> read() {
            var lines = new Properties();
            try (var file = WholeText.class.getResourceAsStream("/channel/whole-texts.properties")) {
                lines.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            var all = new ArrayList<Form>();
            for (var name : lines.stringPropertyNames()) {
                var meaning = WholeText.valueOf(name.split("\\.")[0].toUpperCase(Locale.ROOT));
                var pattern = lines.getProperty(name).replace("…", "\\S+( \\S+){0,5}");
                all.add(new Form(meaning, Pattern.compile(pattern)));
            }
            return List.copyOf(all);
        }
    }
}
