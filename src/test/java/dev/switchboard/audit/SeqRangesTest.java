package dev.switchboard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SeqRangesTest {

    @Test
    void numbersAreWrittenShortAndReadBack() {
        assertThat(SeqRanges.of(List.of(12L, 3L, 5L, 4L))).hasToString("3-5,12");
        assertThat(SeqRanges.of(List.of())).hasToString("");
        assertThat(SeqRanges.parse("3-5,12")).isEqualTo(SeqRanges.of(List.of(3L, 4L, 5L, 12L)));
    }

    @Test
    void whatIsNoRangeCoversNothing() {
        assertThat(SeqRanges.parse("x,9-3,-4,1-2-3,,99999999999999999999").ranges())
                .allMatch(range -> range.first() > range.last());
    }

    @Test
    void onlyWhatLiesBeforeIsCovered() {
        var seqs = new TreeSet<>(List.of(1L, 4L, 5L, 6L, 12L));
        SeqRanges.parse("9-3,4-100").removeFrom(seqs, 6);
        assertThat(seqs).containsExactly(1L, 6L, 12L);
    }
}
