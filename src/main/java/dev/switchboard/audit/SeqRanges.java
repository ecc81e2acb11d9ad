package dev.switchboard.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Sequence numbers of events, written short: {@code 3-9,12}. */
record SeqRanges(List<Range> ranges) {

    record Range(long first, long last) {

        @Override
        public String toString() {
            return first == last ? String.valueOf(first) : first + "-" + last;
        }
    }

    static SeqRanges of(Collection<Long> seqs) {
        var ranges = new ArrayList<Range>();
        for (var seq : new TreeSet<>(seqs)) {
            var last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
            if (last != null && last.last() + 1 == seq) {
                ranges.set(ranges.size() - 1, new Range(last.first(), seq));
            } else {
                ranges.add(new Range(seq, seq));
            }
        }
        return new SeqRanges(ranges);
    }

    /** What is no range covers nothing. */
    static SeqRanges parse(String text) {
        return new SeqRanges(Arrays.stream(text.split(","))
                .filter(part -> part.matches("\\d{1,18}(-\\d{1,18})?"))
                .map(part -> part.split("-", 2))
                .map(ends -> new Range(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1])))
                .toList());
    }

    /** Takes what is covered and lies before a sequence number out of the set. */
    void removeFrom(NavigableSet<Long> seqs, long before) {
        for (var range : ranges) {
            var last = Math.min(range.last(), before - 1);
            if (range.first() <= last) {
                seqs.subSet(range.first(), true, last, true).clear();
            }
        }
    }

    @Override
    public String toString() {
        return ranges.stream().map(Range::toString).collect(Collectors.joining(","));
    }
}
