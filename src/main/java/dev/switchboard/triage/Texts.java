package dev.switchboard.triage;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings client texts into the two forms the classifiers read. */
final class Texts {

    /** The model reads 512 tokens at most; what follows rarely changes what a text is about. */
    private static final int MAX_CHARS = 1_500;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\s]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern LINK = Pattern.compile("https?://\\S+|www\\.\\S+");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private Texts() {}

    /** One line without control characters, cut to what the model can read; null becomes empty. */
    static String clean(String text) {
        if (text == null) {
            return "";
        }
        String cut = text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
        return CONTROL.matcher(cut).replaceAll(" ").strip();
    }

    /** Lower case without accents, because hurried writers leave both out. */
    static String fold(String cleaned) {
        String plain = MARKS.matcher(Normalizer.normalize(cleaned, Normalizer.Form.NFKD))
                .replaceAll("");
        String lower = LINK.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("link");
        return lower.replace('\u2019', '\'')
                .replace('`', '\'')
                .replace("ß", "ss")
                .replace("œ", "oe")
                .strip();
    }

    static boolean hasLetters(String cleaned) {
        return LETTER.matcher(cleaned).find();
    }

    static int words(String cleaned) {
        return cleaned.isEmpty() ? 0 : cleaned.split(" ").length;
    }
}
