package dev.switchboard.channel.sms;

import static dev.switchboard.channel.sms.Segments.Encoding.GSM_7;
import static dev.switchboard.channel.sms.Segments.Encoding.UCS_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.channel.sms.Segments.Encoding;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SegmentsTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("", GSM_7, 1),
                Arguments.of("x", GSM_7, 1),
                Arguments.of("x".repeat(160), GSM_7, 1),
                Arguments.of("x".repeat(161), GSM_7, 2),
                Arguments.of("x".repeat(306), GSM_7, 2),
                Arguments.of("x".repeat(307), GSM_7, 3),
                Arguments.of("x".repeat(1600), GSM_7, 11),
                // The euro and its like take two
                Arguments.of("€".repeat(80), GSM_7, 1),
                Arguments.of("€".repeat(80) + "x", GSM_7, 2),
                Arguments.of("x".repeat(158) + "€", GSM_7, 1),
                Arguments.of("x".repeat(159) + "€", GSM_7, 2),
                // 306 septets, but the euro does not fit into the last place of the first part
                Arguments.of("x".repeat(152) + "€" + "x".repeat(152), GSM_7, 3),
                Arguments.of("[]{}\\|^~", GSM_7, 1),
                Arguments.of("Ärger @ 5£ ñ\r\n", GSM_7, 1),
                // What only looks like the alphabet is not in it
                Arguments.of("ç".repeat(70), UCS_2, 1),
                Arguments.of("`".repeat(71), UCS_2, 2),
                Arguments.of("“quoted”", UCS_2, 1),
                Arguments.of("ж".repeat(70), UCS_2, 1),
                Arguments.of("ж".repeat(71), UCS_2, 2),
                Arguments.of("ж".repeat(134), UCS_2, 2),
                Arguments.of("ж".repeat(135), UCS_2, 3),
                // An emoji is two units, and one of them turns all the rest into 16 bits
                Arguments.of("😀".repeat(35), UCS_2, 1),
                Arguments.of("😀".repeat(36), UCS_2, 2),
                Arguments.of("😀" + "x".repeat(68), UCS_2, 1),
                Arguments.of("😀" + "x".repeat(69), UCS_2, 2),
                Arguments.of("😀".repeat(67), UCS_2, 3),
                Arguments.of("👩‍👩‍👧‍👦".repeat(7), UCS_2, 2));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextTravelsIn(String body, Encoding encoding, int count) {
        assertThat(Segments.of(body)).isEqualTo(new Segments(encoding, count));
    }

    /** 128 code points of which one is the escape itself; TS 23.038, table 6.2.1. */
    @Test
    void theAlphabetIsWhole() {
        var basic = Stream.iterate(0, c -> c + 1)
                .limit(Character.MAX_VALUE)
                .filter(c -> Segments.of(Character.toString(c).repeat(160)).equals(new Segments(GSM_7, 1)));
        assertThat(basic).hasSize(127);
    }
}
