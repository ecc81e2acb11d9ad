package dev.switchboard.document;

import dev.switchboard.document.Documents.Document;
import dev.switchboard.document.Documents.Version;
import dev.switchboard.request.Requests;
import dev.switchboard.system.Page;
import dev.switchboard.system.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/documents")
class DocumentsController {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentsController.class);

    private final Documents documents;
    private final Requests requests;

    DocumentsController(Documents documents, Requests requests) {
        this.documents = documents;
        this.requests = requests;
    }

    @GetMapping
    Page<Document> list(
            @RequestParam(required = false) String request,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        return documents.page(request, limit, cursor);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Document upload(
            @RequestParam String requestId,
            @RequestParam(defaultValue = "upload") String kind,
            @RequestParam(required = false) String title,
            @RequestParam MultipartFile file,
            Principal user)
            throws IOException {
        requests.get(requestId);
        var name = Optional.ofNullable(title).orElse(file.getOriginalFilename());
        return documents.upload(requestId, kind, name, bytes(file), contentType(file), user.getName());
    }

    @GetMapping("/{id}")
    Document get(@PathVariable String id) {
        return documents.get(id);
    }

    @GetMapping("/{id}/versions")
    Page<Version> versions(
            @PathVariable String id,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        return Page.of(documents.get(id).versions(), limit, cursor);
    }

    @PostMapping(path = "/{id}/versions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Document addVersion(@PathVariable String id, @RequestParam MultipartFile file, Principal user) throws IOException {
        return documents.addVersion(id, bytes(file), contentType(file), user.getName());
    }

    /** Always a download: an uploaded page must not run in the browser of whoever looks at it. */
    @GetMapping("/{id}/versions/{n}/content")
    ResponseEntity<byte[]> content(@PathVariable String id, @PathVariable int n) {
        var content = documents.content(id, n);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.contentType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(content.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content.bytes());
    }

    /** For five minutes, and for this version alone; where there is no bucket, the address of the content itself. */
    @GetMapping("/{id}/versions/{n}/link")
    Documents.Link link(@PathVariable String id, @PathVariable int n) {
        return documents
                .link(id, n)
                .orElseGet(() ->
                        new Documents.Link(URI.create("/api/documents/" + id + "/versions/" + n + "/content"), null));
    }

    @ExceptionHandler(UncheckedIOException.class)
    ResponseEntity<ProblemDetail> storeFails(UncheckedIOException e) {
        LOG.warn("A document could not be read or kept", e);
        return Problem.response(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The place where documents lie does not answer as it should. Try again in a minute; if it stays, an"
                        + " administrator finds the reason in the log.");
    }

    private static byte[] bytes(MultipartFile file) throws IOException {
        if (file.isEmpty()) {
            throw Problem.badRequest("The file is empty.");
        }
        return file.getBytes();
    }

    private static String contentType(MultipartFile file) {
        try {
            return MediaType.parseMediaType(
                            Optional.ofNullable(file.getContentType()).orElse(MediaType.APPLICATION_OCTET_STREAM_VALUE))
                    .toString();
        } catch (InvalidMediaTypeException e) {
            throw Problem.badRequest("\"" + file.getContentType() + "\" is no content type.");
        }
    }
}
