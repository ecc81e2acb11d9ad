package dev.switchboard.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.system.CannotStart;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakePropertiesTest {

    @ParameterizedTest
    @ValueSource(strings = {"20", "20s", "PT-1S", "PT11M", ""})
    void aWindowThatCannotBeMeantStopsTheStart(String window) {
        assertThatThrownBy(() -> new BurstWindow(new IntakeProperties(window, "P7D")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("SWITCHBOARD_BURST_WINDOW is \"" + window + "\"");
    }

    @Test
    void aWindowEndsAfterTheLastTextAndThreeWindowsAfterTheFirst() {
        var window = new BurstWindow(new IntakeProperties("PT20S", "P7D"));
        var first = Instant.parse("2026-01-05T10:00:00Z");
        assertThat(window.end(first, first)).isEqualTo(first.plusSeconds(20));
        assertThat(window.end(first, first.plusSeconds(30))).isEqualTo(first.plusSeconds(50));
        assertThat(window.end(first, first.plusSeconds(55))).isEqualTo(first.plusSeconds(60));
        assertThat(new IntakeProperties("PT20S", "PT36H").reopen()).isEqualTo(Duration.ofHours(36));
    }
}
