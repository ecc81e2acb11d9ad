package dev.switchboard.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.dossier.RequestLog.LogEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who decided what on which text, put together from the event log, the approval records and the words. */
final class Decisions {

    private Decisions() {}

    /**
     * One completed review, or words of a staff member's own, or a fixed text that was approved beforehand.
     *
     * @param event sequence number of the event that records it; null when there is an approval alone
     * @param decision such as {@code approve}; null where no event (any more) says it
     */
    record Decision(Long event, String at, String by, String task, String decision, List<Approved> approved) {}

    /**
     * Words that were approved with it.
     *
     * @param file where they lie in the archive; null when they are not held any more
     * @param draftedBy the model that drafted them; null when a person wrote them
     * @param unedited whether the model's words were left as they were; null when they are gone
     * @param foundIn where these very words lie
     */
    record Approved(
            String purpose, String sha256, String file, String draftedBy, Boolean unedited, List<String> foundIn) {}

    record ApprovalRow(String taskId, String purpose, String sha256, String approvedBy, String draftedBy, String at) {}

    static List<Decision> of(List<LogEntry> log, List<ApprovalRow> approvals, Words words) {
        var byTask = new LinkedHashMap<String, List<ApprovalRow>>();
        approvals.forEach(row ->
                byTask.computeIfAbsent(row.taskId(), task -> new ArrayList<>()).add(row));
        var decisions = new ArrayList<Decision>();
        for (var entry : log) {
            var details = entry.details();
            if (entry.type().equals("task_completed") && details.has("task")) {
                var task = details.path("task").asText();
                var draftedBy = draftedBy(byTask.remove(task));
                decisions.add(new Decision(
                        entry.seq(),
                        entry.at(),
                        entry.actor().name(),
                        task,
                        details.path("decision").asText(),
                        approved(details.path("approved"), draftedBy, words)));
            }
        }
        byTask.values()
                .forEach(rows -> decisions.add(new Decision(
                        null,
                        rows.get(0).at(),
                        rows.get(0).approvedBy(),
                        rows.get(0).taskId(),
                        null,
                        rows.stream()
                                .map(row -> approved(row.purpose(), row.sha256(), row.draftedBy(), words))
                                .toList())));
        return decisions;
    }

    private static Map<String, String> draftedBy(List<ApprovalRow> rows) {
        var models = new LinkedHashMap<String, String>();
        if (rows != null) {
            rows.forEach(row -> models.put(row.purpose(), row.draftedBy()));
        }
        return models;
    }

    private static List<Approved> approved(JsonNode hashes, Map<String, String> draftedBy, Words words) {
        var approved = new ArrayList<Approved>();
        hashes.fields()
                .forEachRemaining(hash -> approved.add(
                        approved(hash.getKey(), hash.getValue().asText(), draftedBy.get(hash.getKey()), words)));
        return approved;
    }

    private static Approved approved(String purpose, String sha256, String draftedBy, Words words) {
        var found = words.found(sha256);
        return new Approved(
                purpose,
                sha256,
                found == null ? null : "words/" + sha256 + ".txt",
                draftedBy,
                draftedBy == null ? null : words.unedited(sha256),
                found == null ? List.of() : found.in());
    }
}
