package dev.switchboard.sharing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * What we say around a shared document, from {@code sharing/words*.properties}.
 *
 * @param language ISO 639-1; English where it is null or the words are not there in it
 */
record FrameWords(String language) {

    private static final ResourceBundleMessageSource SOURCE = source();
    private static final List<String> LANGUAGES = List.of("en", "de", "es", "fr", "pt");

    FrameWords {
        language = language != null && LANGUAGES.contains(language) ? language : LANGUAGES.get(0);
    }

    /** For a reader of whom nothing is known but what the browser says. */
    static FrameWords accepted(String acceptLanguage) {
        try {
            var ranges = Locale.LanguageRange.parse(acceptLanguage);
            return new FrameWords(Locale.lookupTag(ranges, LANGUAGES));
        } catch (IllegalArgumentException e) {
            return new FrameWords(null); // no list of languages: English is as good as any
        }
    }

    String get(String key, Object... values) {
        return SOURCE.getMessage(key, values, Locale.forLanguageTag(language));
    }

    String date(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(language))
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    private static ResourceBundleMessageSource source() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("sharing/words");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
