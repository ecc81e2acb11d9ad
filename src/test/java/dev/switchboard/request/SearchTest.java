package dev.switchboard.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** {@code q} finds requests by the beginnings of words, whatever somebody types. */
@SwitchboardTest
class SearchTest {

    @LocalServerPort
    int port;

    @Test
    void wordsAreFoundByTheirBeginningWithoutAccentsAndAllMustBeThere() {
        var number = Desk.newNumber();
        var desk = new Desk(port);
        desk.client("Search " + number, number);
        desk.text(number, "Das Café am Zebrastreifen-Nord öffnet nicht");
        var request = desk.request(number);
        assertThat(found("zebrastr")).contains(request);
        assertThat(found("cafe zebra")).contains(request);
        assertThat(found("OFFNET Café")).contains(request);
        assertThat(found("zebrastreifen-nord")).contains(request);
        assertThat(found(request.toLowerCase())).containsExactly(request);
        assertThat(found("zebrastr giraffe")).isEmpty();
        assertThat(found("streifen")).as("not in the middle of a word").doesNotContain(request);
        assertThat(desk.items("/api/requests?status=open&q=zebrastr")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "*",
                "'",
                "NOT x",
                "a AND",
                "NEAR(",
                "body:x",
                "^x",
                "%",
                "\\",
                "-",
                "()",
                "\u0000",
                "\uD83D\uDE00",
                "x\"* OR \"y"
            })
    void nothingThatIsTypedIsAnOperator(String words) {
        assertThat(found(words)).isNotNull();
    }

    private List<String> found(String words) {
        return new Desk(port)
                .items("/api/requests?q=" + Desk.encode(words)).stream()
                        .map(request -> request.path("id").asText())
                        .toList();
    }
}
