package dev.switchboard.dossier;

import dev.switchboard.document.Documents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The bytes of documents, put into an archive one after the other. */
@Component
class StoredPapers {

    private final Documents documents;

    StoredPapers(Documents documents) {
        this.documents = documents;
    }

    /** @param file null when the bytes could not be read; then {@code problem} says why */
    record Paper(String document, int n, String file, String sha256, String problem) {}

    /**
     * What cannot be read is named and holds up nothing else.
     *
     * @param words gets the texts among them
     */
    List<Paper> add(List<String> documentIds, Archive archive, Words words) throws IOException {
        var papers = new ArrayList<Paper>();
        for (var id : documentIds) {
            var document = documents.get(id);
            for (var version : document.versions()) {
                var file = "documents/" + id + "/v" + version.n() + "." + extension(version.contentType());
                try {
                    var bytes = documents.content(id, version.n()).bytes();
                    archive.add(file, bytes);
                    papers.add(new Paper(id, version.n(), file, version.sha256(), null));
                    if (file.endsWith(".md")) {
                        words.addPaper(document.title(), new String(bytes, StandardCharsets.UTF_8), file);
                    }
                } catch (UncheckedIOException e) {
                    papers.add(new Paper(id, version.n(), null, version.sha256(), e.getMessage()));
                }
            }
        }
        return papers;
    }

    private static String extension(String contentType) {
        var type = MediaType.parseMediaType(contentType);
        return switch (type.getType() + "/" + type.getSubtype()) {
            case "text/markdown" -> "md";
            case "text/plain" -> "txt";
            case "application/octet-stream" -> "bin";
            default -> type.getSubtype().replaceAll("[^a-zA-Z0-9]", "");
        };
    }
}
