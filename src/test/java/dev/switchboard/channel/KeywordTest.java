package dev.switchboard.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordTest {

    @ParameterizedTest
    @ValueSource(strings = {"STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL"})
    void everyStopWordStopsInAnyCaseAndWithSpaceAround(String word) {
        assertThat(Keyword.of(word, null)).isEqualTo(Keyword.STOP);
        assertThat(Keyword.of(word.toLowerCase(Locale.ROOT), null)).isEqualTo(Keyword.STOP);
        assertThat(Keyword.of(" \t" + word + "\r\n", null)).isEqualTo(Keyword.STOP);
    }

    @ParameterizedTest
    @CsvSource({"START,START", "unstop,START", "Help,HELP", "help ,HELP"})
    void theOtherCommands(String body, Keyword keyword) {
        assertThat(Keyword.of(body, null)).isEqualTo(keyword);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "STOP sending invoices to Bob",
                "please stop",
                "STOP.",
                "S T O P",
                "stopp",
                "cancel my order",
                "How do I cancel?",
                "the end",
                "HELP me",
                "STOP\nSTOP",
                "yes",
            })
    void aCommandIsTheWholeBodyAndNothingElse(String body) {
        assertThat(Keyword.of(body, null)).isEqualTo(Keyword.NONE);
    }

    @ParameterizedTest
    @CsvSource({"ARRET,STOP,STOP", "HILFE,HELP,HELP", "ALTO,stop,STOP", "hello,,NONE", "STOP,,STOP", "STOP,odd,STOP"})
    void whatTheProviderAnsweredCountsInAnyLanguage(String body, String answered, Keyword keyword) {
        assertThat(Keyword.of(body, answered)).isEqualTo(keyword);
    }

    @Test
    void aTurkishMachineReadsTheSameWords() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(Keyword.of("quit", null)).isEqualTo(Keyword.STOP);
            assertThat(Keyword.of("unsubscribe", null)).isEqualTo(Keyword.STOP);
        } finally {
            Locale.setDefault(before);
        }
    }
}
