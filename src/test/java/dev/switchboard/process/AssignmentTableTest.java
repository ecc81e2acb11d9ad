package dev.switchboard.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AssignmentTableTest {

    private static final DecisionTable ASSIGNMENT = new DecisionTable("assignment");

    /** A request as the table sees it, and the row that must decide. */
    record Case(String row, String service, String type, String labels) {

        @Override
        public String toString() {
            return row + ": " + labels;
        }
    }

    private static final List<Case> CASES = List.of(
            new Case("design_feature", "design", "feature", "enhancement,design"),
            new Case("strategy_feature", "product_strategy", "feature", "enhancement,product"),
            new Case("feature", "consulting", "feature", "enhancement"),
            new Case("design_bug", "design", "bug", "bug,design"),
            new Case("bug", "development", "bug", "bug"),
            new Case("anything_else", "development", "question", ""));

    static List<Case> cases() {
        return CASES;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itsRowDecides(Case request) {
        var row = decide("C-1", request.service, request.type);
        assertThat(row.id()).isEqualTo(request.row);
        assertThat(row.says("labels")).isEqualTo(request.labels);
    }

    @Test
    void everyRowHasItsCase() {
        assertThat(CASES).extracting(Case::row).containsExactlyElementsOf(ASSIGNMENT.rows());
    }

    @Test
    void aStrangersRequestIsAssignedToo() {
        assertThat(decide(null, "", "feature").id()).isEqualTo("feature");
        assertThat(decide(null, "", "bug").id()).isEqualTo("bug");
    }

    @Test
    void whatNobodyForesawGetsNoLabelAndNobody() {
        var row = decide(null, null, null);
        assertThat(row.id()).isEqualTo("anything_else");
        assertThat(row.says()).hasSize(3).allSatisfy((output, value) -> assertThat(value)
                .isEqualTo(""));
    }

    private static DecisionTable.Row decide(String clientId, String service, String type) {
        var inputs = new HashMap<String, Object>();
        inputs.put("clientId", clientId);
        inputs.put("service", service);
        inputs.put("requestType", type);
        return ASSIGNMENT.decide(inputs);
    }
}
