package dev.switchboard.triage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.langdetect.ThreadSafeLanguageDetectorME;

/**
 * Tells the five languages apart that clients write in. OpenNLP knows 103; leaving the others out of
 * the comparison is what makes it reliable on short texts.
 */
final class LanguageGuess {

    static final String DEFAULT = "en";

    private static final String MODEL = "/langdetect-183.bin";
    private static final Map<String, String> CANDIDATES =
            Map.of("eng", "en", "spa", "es", "por", "pt", "fra", "fr", "deu", "de");

    /** One or two words are too few to tell: "ok", "no", "normal" exist everywhere. */
    private static final int TOO_FEW_WORDS = 2;

    private static final double CONFIDENCE_IN_RECORDS = 0.9;

    /** OpenNLP is far more often right than it claims; with this exponent its shares fit the training rows. */
    private static final double SHARPNESS = 8;

    /** @param known the client's language on record (ISO 639-1), or null */
    Label guess(String cleaned, String known) {
        boolean usesKnown = known != null && !known.isBlank();
        if (!Texts.hasLetters(cleaned)) {
            return usesKnown ? new Label(known, CONFIDENCE_IN_RECORDS) : new Label(DEFAULT, 1.0 / CANDIDATES.size());
        }
        if (usesKnown && Texts.words(cleaned) <= TOO_FEW_WORDS) {
            return new Label(known, CONFIDENCE_IN_RECORDS);
        }
        return detect(cleaned);
    }

    private static Label detect(String cleaned) {
        String best = DEFAULT;
        double bestShare = 0;
        double sum = 0;
        for (Language language : Loaded.DETECTOR.predictLanguages(cleaned.toLowerCase(Locale.ROOT))) {
            String code = CANDIDATES.get(language.getLang());
            if (code != null) {
                double share = Math.pow(language.getConfidence(), SHARPNESS);
                sum += share;
                if (share > bestShare) {
                    best = code;
                    bestShare = share;
                }
            }
        }
        return new Label(best, sum == 0 ? 1.0 / CANDIDATES.size() : bestShare / sum);
    }

    /** Loads the detector when first touched, once for the whole process. */
    private static final class Loaded {
        static final ThreadSafeLanguageDetectorME DETECTOR = load();

        private static ThreadSafeLanguageDetectorME load() {
            try (InputStream in = LanguageGuess.class.getResourceAsStream(MODEL)) {
                return new ThreadSafeLanguageDetectorME(new LanguageDetectorModel(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
