package dev.switchboard.document;

import dev.switchboard.document.TextDiff.Hunk;
import dev.switchboard.system.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changed from one version of a document to another: what a redraft made of feedback, what a person edited. */
@RestController
@RequestMapping("/api/documents/{id}/versions/{n}/diff")
class DiffController {

    private final Documents documents;

    DiffController(Documents documents) {
        this.documents = documents;
    }

    /** @param from the earlier version's number; 0: nothing, so that all of a first version is added */
    record Difference(int from, int to, List<Hunk> hunks) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Difference json(@PathVariable String id, @PathVariable int n, @RequestParam(required = false) Integer from) {
        var before = from == null ? n - 1 : from;
        return new Difference(before, n, diff(id, before, n).hunks());
    }

    @GetMapping(produces = "text/plain;charset=UTF-8")
    String unified(@PathVariable String id, @PathVariable int n, @RequestParam(required = false) Integer from) {
        var before = from == null ? n - 1 : from;
        return diff(id, before, n).unified(id + " v" + before, id + " v" + n) + "\n";
    }

    private TextDiff diff(String id, int from, int to) {
        var after = text(id, to);
        return TextDiff.of(from == 0 ? "" : text(id, from), after);
    }

    private String text(String id, int n) {
        var content = documents.content(id, n);
        if (!MediaType.parseMediaType(content.contentType()).getType().equals("text")) {
            throw Problem.conflict(
                    "Version " + n + " of " + id + " is no text: download both versions to compare them.");
        }
        return new String(content.bytes(), StandardCharsets.UTF_8);
    }
}
