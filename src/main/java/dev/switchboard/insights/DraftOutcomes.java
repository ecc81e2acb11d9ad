package dev.switchboard.insights;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.insights.InsightRows.Approved;
import dev.switchboard.insights.InsightRows.Draft;
import dev.switchboard.insights.InsightsController.DraftFigures;
import dev.switchboard.process.ApprovedWords;
import dev.switchboard.process.Purpose;
import dev.switchboard.system.Hashes;
import dev.switchboard.system.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What reviewers made of each draft. A draft counts as approved unedited when the approvals between it and the next
 * draft of its kind carry the hash of its very words.
 */
final class DraftOutcomes {

    private enum Outcome {
        UNEDITED,
        EDITED,
        REJECTED,
        OPEN
    }

    private record Kind(String purpose, String version) {}

    private DraftOutcomes() {}

    static List<DraftFigures> of(List<Draft> drafts, List<Approved> approvals) {
        var byRequest = approvals.stream().collect(Collectors.groupingBy(Approved::requestId));
        var counts = new TreeMap<String, Map<Outcome, Long>>();
        var kinds = new HashMap<String, Kind>();
        for (var i = 0; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            var kind = new Kind(draft.purpose(), draft.version());
            var key = kind.purpose() + " " + kind.version();
            kinds.put(key, kind);
            counts.computeIfAbsent(key, none -> new HashMap<>())
                    .merge(
                            outcome(draft, next(drafts, i), byRequest.getOrDefault(draft.requestId(), List.of())),
                            1L,
                            Long::sum);
        }
        return counts.entrySet().stream()
                .map(entry -> figures(kinds.get(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static DraftFigures figures(Kind kind, Map<Outcome, Long> counts) {
        return new DraftFigures(
                kind.purpose(),
                kind.version(),
                counts.getOrDefault(Outcome.UNEDITED, 0L),
                counts.getOrDefault(Outcome.EDITED, 0L),
                counts.getOrDefault(Outcome.REJECTED, 0L),
                counts.getOrDefault(Outcome.OPEN, 0L));
    }

    /** When the same request had its next draft of this kind, or null. */
    private static String next(List<Draft> drafts, int i) {
        var draft = drafts.get(i);
        return drafts.subList(i + 1, drafts.size()).stream()
                .takeWhile(later -> later.requestId().equals(draft.requestId()))
                .filter(later -> later.purpose().equals(draft.purpose()))
                .map(Draft::at)
                .findFirst()
                .orElse(null);
    }

    private static Outcome outcome(Draft draft, String next, List<Approved> approvals) {
        var hashes = hashes(Json.read(draft.output(), JsonNode.class));
        var ofThis = approvals.stream()
                .filter(approval -> approval.at().compareTo(draft.at()) >= 0
                        && (next == null || approval.at().compareTo(next) < 0)
                        && hashes.containsKey(approval.purpose()))
                .toList();
        if (ofThis.isEmpty()) {
            return next != null || "closed".equals(draft.status()) ? Outcome.REJECTED : Outcome.OPEN;
        }
        var same = ofThis.stream()
                .allMatch(approval -> hashes.get(approval.purpose()).equals(approval.sha256()));
        return same ? Outcome.UNEDITED : Outcome.EDITED;
    }

    /** The hashes that approvals of these words would carry, by purpose. */
    private static Map<String, String> hashes(JsonNode output) {
        var hashes = new HashMap<String, String>();
        put(hashes, Purpose.CLIENT_MESSAGE, output.path("clientMessage").asText());
        var markdown = output.path("markdown").asText();
        if (output.has("title")) {
            put(
                    hashes,
                    Purpose.BUG_REPORT,
                    ApprovedWords.bugReport(output.path("title").asText(), markdown));
        } else {
            put(hashes, Purpose.PRD, markdown);
        }
        return hashes;
    }

    private static void put(Map<String, String> hashes, Purpose purpose, String words) {
        if (!words.isBlank()) {
            hashes.put(purpose.text(), Hashes.sha256(words));
        }
    }
}
