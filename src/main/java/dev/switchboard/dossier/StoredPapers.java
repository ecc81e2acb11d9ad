package dev.switchboard.dossier;

import dev.switchboard.document.Documents;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    /** What cannot be read is named and holds up nothing else. */
    List<Paper> add(List<String> documentIds, Archive archive) throws IOException {
        var papers = new ArrayList<Paper>();
        for (var id : documentIds) {
            for (var version : documents.get(id).versions()) {
                var file = "documents/" + id + "/v" + version.n() + "." + extension(version.contentType());
                try {
                    archive.add(file, documents.content(id, version.n()).bytes());
                    papers.add(new Paper(id, version.n(), file, version.sha256(), null));
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
