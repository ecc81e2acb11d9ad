package dev.switchboard.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.system.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusBriefTest {

    @Test
    void whichTextsAreThereIsNotToldToAModel() {
        var brief = new StatusBrief("R-1042", "en", "Ana", List.of(), List.of("M-7"));
        assertThat(Json.write(brief)).contains("R-1042", "Ana").doesNotContain("texts", "M-7");
        assertThat(brief.only(List.of())).isEqualTo(brief);
    }
}
