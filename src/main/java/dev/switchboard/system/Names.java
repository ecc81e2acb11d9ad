package dev.switchboard.system;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the outside writes our enums: lower case, words joined by an underscore. */
public final class Names {

    private Names() {}

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** @throws Problem 400 that lists what may be written */
    public static <E extends Enum<E>> E read(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> of(value).equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("\"" + text + "\" is none of "
                        + Arrays.stream(type.getEnumConstants()).map(Names::of).collect(Collectors.joining(", "))
                        + "."));
    }

    /** As {@link #read}, and null for nothing. */
    public static <E extends Enum<E>> E readOrNull(Class<E> type, String text) {
        return text == null || text.isBlank() ? null : read(type, text);
    }
}
