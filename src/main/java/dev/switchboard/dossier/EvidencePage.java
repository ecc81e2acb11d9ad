package dev.switchboard.dossier;

import dev.switchboard.audit.ChainVerifier.Verdict;
import dev.switchboard.dossier.Decisions.Approved;
import dev.switchboard.dossier.Decisions.Decision;
import dev.switchboard.dossier.RequestLog.LogEntry;
import dev.switchboard.process.CaseHistory;
import dev.switchboard.request.Message;
import dev.switchboard.request.Request;
import dev.switchboard.system.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/** The archive's page for people: who decided what on which text, then all that happened, in order. Nothing in it runs. */
final class EvidencePage {

    private static final String HEAD = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>%1$s: evidence</title>
            <style>
            body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c}
            pre{white-space:pre-wrap;background:#f5f5f2;padding:.6rem .8rem;margin:.3rem 0;font:inherit}
            section{border-top:1px solid #ddd;padding:.6rem 0}code{font-size:12px;word-break:break-all}
            .who{font-weight:600}.small{color:#595959;font-size:13px}
            </style></head><body>
            """;

    private final Request request;
    private final String clientName;
    private final List<Decision> decisions;
    private final Words words;

    EvidencePage(Request request, String clientName, List<Decision> decisions, Words words) {
        this.request = request;
        this.clientName = clientName;
        this.decisions = decisions;
        this.words = words;
    }

    /** One question to a model, as it is recorded. */
    record ModelCall(
            String idempotencyKey,
            String purpose,
            String provider,
            String model,
            String promptVersion,
            String output,
            String outcome,
            Integer inputTokens,
            Integer outputTokens,
            Double costUsd,
            String at) {}

    private record Entry(String at, String who, String what, String text) {}

    String of(
            List<Message> conversation,
            List<ModelCall> calls,
            List<LogEntry> log,
            List<CaseHistory.Instance> instances,
            Instant producedAt,
            Verdict verdict) {
        var page = new StringBuilder(HEAD.formatted(safe(request.id())));
        page.append("<h1>%s: who decided what on which text</h1>".formatted(safe(request.id())))
                .append("<p>%s<br>Client: %s. Status: %s. Opened %s.<br>"
                        .formatted(
                                safe(request.title()),
                                safe(clientName == null ? "nobody yet" : clientName + " (" + request.clientId() + ")"),
                                safe(request.status().text()),
                                safe(request.openedAt())))
                .append("<span class=\"small\">Produced %s. Event log of %d events: %s. VERIFY.md says how to check."
                        .formatted(safe(producedAt), verdict.events(), verdict.valid() ? "whole" : "BROKEN"))
                .append("</span></p><h2>Decisions</h2>");
        if (decisions.isEmpty()) {
            page.append("<p>Nobody has decided anything yet.</p>");
        }
        decisions.forEach(decision -> page.append(decision(decision)));
        page.append("<h2>Everything in order</h2>");
        entries(conversation, calls, log, instances).stream()
                .sorted(Comparator.comparing(Entry::at))
                .forEach(entry -> page.append(entry(entry)));
        return page.append("</body></html>\n").toString();
    }

    private String decision(Decision decision) {
        var html = new StringBuilder(
                "<section><span class=\"who\">%s</span> decided <b>%s</b> <span class=\"small\">at %s, task <code>%s</code></span>"
                        .formatted(
                                safe(decision.by()),
                                safe(decision.decision() == null ? "approve" : decision.decision()),
                                safe(decision.at()),
                                safe(decision.task())));
        decision.approved().forEach(approved -> html.append(approved(approved)));
        return html.append("</section>").toString();
    }

    private String approved(Approved approved) {
        var found = words.found(approved.sha256());
        return "<p>on this %s, %s:</p><pre>%s</pre><p class=\"small\">SHA-256 <code>%s</code><br>%s</p>"
                .formatted(
                        safe(approved.purpose().replace('_', ' ')),
                        safe(author(approved)),
                        found == null ? "(these words are not held any more)" : safe(found.text()),
                        safe(approved.sha256()),
                        safe(String.join("; ", approved.foundIn())));
    }

    private static String author(Approved approved) {
        if (approved.draftedBy() == null) {
            return "written by a person";
        }
        var changed = Boolean.TRUE.equals(approved.unedited()) ? "left unchanged" : "changed by the person";
        return "drafted by " + approved.draftedBy() + " and " + changed;
    }

    private static List<Entry> entries(
            List<Message> conversation,
            List<ModelCall> calls,
            List<LogEntry> log,
            List<CaseHistory.Instance> instances) {
        var entries = new ArrayList<Entry>();
        conversation.forEach(message -> entries.add(new Entry(
                Times.text(message.at()),
                message.direction() == Message.Direction.INBOUND ? "client" : "approved by " + message.approvedBy(),
                "text " + message.id() + " " + message.direction().text() + ", "
                        + message.status().text()
                        + (message.providerId() == null ? "" : ", " + message.providerId()),
                message.body())));
        calls.forEach(call -> entries.add(new Entry(
                call.at(),
                call.provider() + " " + call.model(),
                call.purpose() + " with " + call.promptVersion() + ": " + call.outcome() + cost(call),
                call.output())));
        log.forEach(event -> entries.add(new Entry(
                event.at(),
                event.actor().kind() + " " + event.actor().name(),
                event.type() + " (event " + event.seq() + ")",
                event.detailsText())));
        instances.forEach(instance -> instance.decisions()
                .forEach(table -> entries.add(new Entry(
                        Times.text(table.at()),
                        "table " + table.file(),
                        "decided on " + table.inputs(),
                        String.valueOf(table.outputs())))));
        return entries;
    }

    private static String cost(ModelCall call) {
        return call.inputTokens() == null
                ? ""
                : ", %d + %s tokens, %s USD".formatted(call.inputTokens(), call.outputTokens(), call.costUsd());
    }

    private static String entry(Entry entry) {
        return "<section><span class=\"small\">%s</span> <span class=\"who\">%s</span> %s%s</section>"
                .formatted(
                        safe(entry.at()),
                        safe(entry.who()),
                        safe(entry.what()),
                        entry.text() == null || entry.text().isEmpty() ? "" : "<pre>" + safe(entry.text()) + "</pre>");
    }

    /** Clients write what they like; here it is read and never rendered. */
    private static String safe(Object text) {
        return HtmlUtils.htmlEscape(String.valueOf(text), "UTF-8");
    }
}
