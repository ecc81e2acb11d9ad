package dev.switchboard.drafting;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Sentences to a client in the client's language, from {@code drafting/phrases_*.properties}; English otherwise. */
final class Phrases {

    private static final ResourceBundleMessageSource SOURCE = source();

    private Phrases() {}

    static String say(Brief brief, String key, Object... values) {
        return say(Locale.forLanguageTag(brief.language()), key, values);
    }

    static String say(Locale language, String key, Object... values) {
        return SOURCE.getMessage(key, values, language);
    }

    /** "Hello Ana," or "Hello," where nobody knows whose number it is. */
    static String greeting(Locale language, String name) {
        return name.isEmpty() ? say(language, "hello") : say(language, "hello.name", name);
    }

    /** A greeting and sentences, as one text. */
    static String text(Brief brief, String... sentences) {
        return List.of(sentences).stream()
                .filter(sentence -> !sentence.isBlank())
                .collect(Collectors.joining(
                        " ", greeting(Locale.forLanguageTag(brief.language()), brief.name()) + " ", ""));
    }

    private static ResourceBundleMessageSource source() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("drafting/phrases");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
