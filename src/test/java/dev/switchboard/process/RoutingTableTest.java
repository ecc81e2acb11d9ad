package dev.switchboard.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.system.WorkingTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoutingTableTest {

    private static final DecisionTable ROUTING = new DecisionTable(Routing.KEY);
    private static final List<String> TYPES = List.of("feature", "bug", "question", "other", "praise", "");
    private static final List<String> URGENCIES = List.of("low", "normal", "high", "critical", "whenever", "");
    private static final List<Double> CONFIDENCES = List.of(0.0, 0.59, 0.6, 1.0);

    /** A text as the table sees it, and the row that must decide. */
    record Case(String row, String type, String urgency, double confidence, boolean known, String says) {

        @Override
        public String toString() {
            return row + ": " + says;
        }
    }

    private static final List<Case> CASES = List.of(
            new Case("unknown_sender_critical", "bug", "critical", 0.9, false, "human triage PT1H"),
            new Case("unknown_sender", "feature", "normal", 0.9, false, "human triage PT4H"),
            new Case("unsure_but_critical", "question", "critical", 0.59, true, "human triage PT1H"),
            new Case("unsure", "feature", "low", 0.59, true, "human triage PT4H"),
            new Case("other_critical", "other", "critical", 0.9, true, "human triage PT1H"),
            new Case("other", "other", "normal", 0.9, true, "human triage P1D"),
            new Case("critical_bug", "bug", "critical", 0.6, true, "human engineering PT1H"),
            new Case("high_bug", "bug", "high", 0.6, true, "human engineering PT4H"),
            new Case("normal_bug", "bug", "normal", 0.6, true, "ai engineering P1D"),
            new Case("low_bug", "bug", "low", 0.6, true, "ai engineering P3D"),
            new Case("critical_feature", "feature", "critical", 0.6, true, "ai product PT1H"),
            new Case("high_feature", "feature", "high", 0.6, true, "ai product PT4H"),
            new Case("normal_feature", "feature", "normal", 0.6, true, "ai product P1D"),
            new Case("low_feature", "feature", "low", 0.6, true, "ai product P3D"),
            new Case("critical_question", "question", "critical", 0.6, true, "ai account PT1H"),
            new Case("high_question", "question", "high", 0.6, true, "ai account PT4H"),
            new Case("normal_question", "question", "normal", 0.6, true, "ai account P1D"),
            new Case("low_question", "question", "low", 0.6, true, "ai account P3D"),
            new Case("anything_else", "praise", "normal", 1.0, true, "human triage P1D"));

    static List<Case> cases() {
        return CASES;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itsRowDecides(Case text) {
        var row = decide(text.type, text.urgency, text.confidence, text.known);
        assertThat(row.id()).isEqualTo(text.row);
        assertThat(row.says("handling") + " " + row.says("candidateGroup") + " " + row.says("timeToRespond"))
                .isEqualTo(text.says);
    }

    @Test
    void everyRowHasItsCase() {
        assertThat(CASES).extracting(Case::row).containsExactlyElementsOf(ROUTING.rows());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatItSaysCanBeRead(Case text) {
        var row = decide(text.type, text.urgency, text.confidence, text.known);
        var decision = Routing.Decision.of(row.says());
        assertThat(decision.timeToRespond())
                .hasToString(row.says("timeToRespond").toString())
                .isNotEqualTo(WorkingTime.of("PT0S"));
        assertThat(decision.handling()).isIn("ai", "human");
    }

    @Test
    void whatNobodyForesawIsAPersons() {
        var nothingKnown = new HashMap<String, Object>();
        for (var name : List.of("requestType", "urgency", "confidence", "knownSender")) {
            nothingKnown.put(name, null);
        }
        assertThat(ROUTING.decide(nothingKnown).id()).isEqualTo("anything_else");
        assertThat(decide("bug", "whenever", 1, true).id()).isEqualTo("anything_else");
        assertThat(decide("", "critical", 1, true).id()).isEqualTo("anything_else");
        assertThat(decide("", "critical", 1, true).says("handling")).isEqualTo("human");
    }

    @Test
    void aiStartsOnlyWithAClearTextOfAKnownClient() {
        assertThat(allTexts().filter(text -> decide(text.type, text.urgency, text.confidence, text.known)
                        .says("handling")
                        .equals("ai")))
                .isNotEmpty()
                .allSatisfy(text -> {
                    assertThat(text.known).isTrue();
                    assertThat(text.confidence).isGreaterThanOrEqualTo(0.6);
                    assertThat(text.type).isIn("feature", "bug", "question");
                    assertThat(text.urgency).isIn("low", "normal", "high", "critical");
                    assertThat(text.type + " " + text.urgency).isNotIn("bug critical", "bug high");
                });
    }

    @Test
    void whatSoundsCriticalIsAnsweredWithinTheHour() {
        assertThat(allTexts()
                        .filter(text -> text.urgency.equals("critical")
                                && List.of("feature", "bug", "question", "other")
                                        .contains(text.type)))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(decide(text.type, text.urgency, text.confidence, text.known)
                                .says("timeToRespond"))
                        .isEqualTo("PT1H"));
    }

    private static Stream<Case> allTexts() {
        return TYPES.stream().flatMap(type -> URGENCIES.stream()
                .flatMap(urgency -> CONFIDENCES.stream().flatMap(confidence -> Stream.of(true, false)
                        .map(known -> new Case("", type, urgency, confidence, known, "")))));
    }

    private static DecisionTable.Row decide(String type, String urgency, double confidence, boolean known) {
        return ROUTING.decide(
                Map.of("requestType", type, "urgency", urgency, "confidence", confidence, "knownSender", known));
    }
}
