package dev.switchboard.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.system.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every fixed text has: the owner's approval of its very words, and the same slots in each language. */
class FixedTextTest {

    private static final Pattern SLOT = Pattern.compile("\\{\\w+}");

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "pt"})
    void aMigrationHoldsTheApprovalOfEachVersion(String language) throws IOException {
        var migrations = migrations();
        var words = FixedWords.read(language);
        assertThat(words).isNotEmpty();
        for (var version : words.stringPropertyNames()) {
            assertThat(migrations)
                    .contains("('" + version + "/" + language + "', 'client_message', null, '"
                            + Hashes.sha256(words.getProperty(version)) + "'");
        }
    }

    @ParameterizedTest
    @EnumSource(FixedText.class)
    void eachLanguageHasTheSameSlots(FixedText text) {
        var english = slots(FixedWords.of(text, "en"));
        for (var language : new String[] {"de", "es", "fr", "pt"}) {
            assertThat(slots(FixedWords.of(text, language))).as(language).isEqualTo(english);
        }
    }

    @Test
    void aLanguageWithoutTheTextGetsTheEnglishWordsUnderTheirOwnApproval() {
        assertThat(FixedWords.of(FixedText.QUESTION_NUDGE, "pl").id()).isEqualTo("question-nudge-1/en");
        assertThat(FixedWords.of(FixedText.QUESTION_NUDGE, null).id()).isEqualTo("question-nudge-1/en");
        assertThat(FixedWords.of(FixedText.QUESTION_NUDGE, "../../x").id()).isEqualTo("question-nudge-1/en");
    }

    @Test
    void aClientsWordsThatLookLikeASlotStayWords() {
        var words = FixedWords.of(FixedText.PRD_SHARED, "en");
        assertThat(words.filled(Map.of("title", "{link} $1", "link", "https://x.example")))
                .contains("\"{link} $1\"")
                .endsWith("https://x.example");
        assertThatThrownBy(() -> words.filled(Map.of("title", "a"))).hasMessageContaining("{link}");
    }

    private static TreeSet<String> slots(FixedWords words) {
        return SLOT.matcher(words.template())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String migrations() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.list(Path.of("src/main/resources/db/sqlite"))) {
            for (var file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
