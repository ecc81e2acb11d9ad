package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Working time over nights, lunch, weekends, holidays and the change of the clocks. */
class WorkingHoursTest {

    // 2026-11-23 is a Monday, 2026-12-25 a Friday and a holiday
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00:00Z, PT2H,  2026-11-23T12:00:00Z",
        "2026-11-23T16:00:00Z, PT2H,  2026-11-24T10:00:00Z",
        "2026-11-23T16:00:00Z, PT1H,  2026-11-23T17:00:00Z",
        "2026-11-23T03:00:00Z, PT1H,  2026-11-23T10:00:00Z",
        "2026-11-23T22:00:00Z, PT1H,  2026-11-24T10:00:00Z",
        "2026-11-22T12:00:00Z, PT1H,  2026-11-23T10:00:00Z",
        "2026-11-27T16:30:00Z, PT1H,  2026-11-30T09:30:00Z",
        "2026-11-23T10:00:00Z, PT24H, 2026-11-26T10:00:00Z",
        "2026-11-23T10:00:00Z, P1D,   2026-11-24T10:00:00Z",
        "2026-11-27T10:00:00Z, P1D,   2026-11-30T10:00:00Z",
        "2026-11-28T10:00:00Z, P1D,   2026-12-01T09:00:00Z",
        "2026-11-23T20:00:00Z, P1D,   2026-11-25T09:00:00Z",
        "2026-12-24T10:00:00Z, P1D,   2026-12-28T10:00:00Z",
        "2026-12-24T16:00:00Z, PT2H,  2026-12-28T10:00:00Z",
        "2026-11-23T10:00:00Z, P1DT2H,2026-11-24T12:00:00Z",
    })
    void workingTimeStandsStillWhenNobodyWorks(Instant start, String span, Instant end) {
        assertThat(hours("Mo-Fr 09:00-17:00", "UTC").after(start, WorkingTime.of(span)))
                .isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T12:00:00Z, PT1H, 2026-11-23T14:00:00Z",
        "2026-11-27T17:30:00Z, PT1H, 2026-11-28T10:30:00Z",
        "2026-11-28T11:30:00Z, PT1H, 2026-11-30T09:30:00Z",
        "2026-11-27T15:00:00Z, P1D,  2026-11-30T09:00:00Z",
    })
    void aLunchBreakAndAShortSaturday(Instant start, String span, Instant end) {
        assertThat(hours("Mo-Fr 09:00-12:00, 13:00-18:00; Sa 10:00-12:00", "UTC")
                        .after(start, WorkingTime.of(span)))
                .isEqualTo(end);
    }

    @Test
    void theClocksChangeButTheOfficeOpensAtNine() {
        // Berlin leaves summer time on Sunday 2026-10-25
        var berlin = hours("Mo-Fr 09:00-17:00", "Europe/Berlin");
        assertThat(berlin.after(Instant.parse("2026-10-23T08:00:00Z"), WorkingTime.of("P1D")))
                .isEqualTo("2026-10-26T09:00:00Z");
    }

    @Test
    void roundTheClockADayIsADay() {
        var always = hours("24/7", "UTC");
        assertThat(always.after(Instant.parse("2026-11-28T22:00:00Z"), WorkingTime.of("PT4H")))
                .isEqualTo("2026-11-29T02:00:00Z");
        assertThat(always.after(Instant.parse("2026-11-28T22:00:00Z"), WorkingTime.of("P1D")))
                .isEqualTo("2026-11-29T22:00:00Z");
    }

    @Test
    void aClientIsRemindedOnWorkingDaysUnlessTheSettingIsInHours() {
        var friday = Instant.parse("2026-11-27T10:00:00Z");
        assertThat(hours("Mo-Fr 09:00-17:00", "UTC").nudgeAt(friday, 2)).isEqualTo("2026-12-01T10:00:00Z");
        var tryingOut = new WorkingHours(new WorkingHoursProperties("Mo-Fr 09:00-17:00", "UTC", "", "PT2S", "PT10S"));
        assertThat(tryingOut.nudgeAt(friday.plusSeconds(86_400), 2)).isEqualTo("2026-11-28T10:00:04Z");
        assertThat(tryingOut.giveUpAt(friday)).isEqualTo("2026-11-27T10:00:10Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nine to five      | UTC  |            | P1D | SWITCHBOARD_BUSINESS_HOURS
            Fr-Mo 09:00-17:00 | UTC  |            | P1D | SWITCHBOARD_BUSINESS_HOURS
            Mo-Fr 17:00-09:00 | UTC  |            | P1D | SWITCHBOARD_BUSINESS_HOURS
            Mo-Fr 09:00-17:00 | Mars |            | P1D | SWITCHBOARD_TIME_ZONE
            Mo-Fr 09:00-17:00 | UTC  | 25.12.2026 | P1D | SWITCHBOARD_HOLIDAYS
            Mo-Fr 09:00-17:00 | UTC  |            | 1d  | SWITCHBOARD_NUDGE_AFTER
            Mo-Fr 09:00-17:00 | UTC  |            | P1W | SWITCHBOARD_NUDGE_AFTER
            Mo-Fr 09:00-17:00 | UTC  |            | P-1D| SWITCHBOARD_NUDGE_AFTER
            Mo-Fr 09:00-17:00 | UTC  |            | PT0S| SWITCHBOARD_NUDGE_AFTER
            """)
    void aSettingThatCannotBeReadStopsTheStartByName(
            String hours, String zone, String holidays, String nudge, String variable) {
        assertThatThrownBy(() -> new WorkingHours(new WorkingHoursProperties(hours, zone, holidays, nudge, "P5D")))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith(variable);
    }

    private static WorkingHours hours(String week, String zone) {
        return new WorkingHours(new WorkingHoursProperties(week, zone, "2026-12-25", "P1D", "P5D"));
    }
}
