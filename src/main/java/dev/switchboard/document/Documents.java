package dev.switchboard.document;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.document.DocumentRows.DocumentRow;
import dev.switchboard.document.DocumentRows.VersionRow;
import dev.switchboard.request.Requests;
import dev.switchboard.system.Hashes;
import dev.switchboard.system.Page;
import dev.switchboard.system.Problem;
import dev.switchboard.system.Sequences;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The documents. A version is added, never changed; its author is a person or a model. */
@Component
public class Documents {

    public static final String PRD = "prd";
    public static final String BUG_REPORT = "bug_report";
    private static final String MEDIA = "media";
    private static final Duration LINK_LIVES = Duration.ofMinutes(5);
    private static final String MARKDOWN = "text/markdown;charset=UTF-8";

    private final DocumentRows rows;
    private final DocumentStore store;
    private final Requests requests;
    private final Sequences sequences;
    private final Events events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Documents(
            DocumentRows rows,
            DocumentStore store,
            Requests requests,
            Sequences sequences,
            Events events,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.store = store;
        this.requests = requests;
        this.sequences = sequences;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A document as the outside sees it. */
    public record Document(String id, String requestId, String kind, String title, List<Version> versions) {}

    /** Which version of which document. */
    public record VersionId(String documentId, int n) {}

    /** @param sha256 lower-case hex of the bytes */
    public record Version(int n, String sha256, long bytes, String contentType, Actor author, Instant at) {}

    /** @param expiresAt null: the address itself asks who is calling */
    record Link(URI url, Instant expiresAt) {}

    public record Content(byte[] bytes, String contentType, String fileName) {}

    /** Keeps a model's draft as a version of the request's document of that kind; once per round. */
    public void addDraft(String requestId, String kind, String title, String markdown, String model, String round) {
        add(requestId, kind, title, bytes(markdown), MARKDOWN, Actor.ai(model), "draft:" + round);
    }

    /** Keeps approved words as a version whose author is the person who approved them; once per approval. */
    public void addApproved(
            String requestId, String kind, String title, String markdown, String user, String approvalId) {
        add(requestId, kind, title, bytes(markdown), MARKDOWN, Actor.staff(user), "approved:" + approvalId);
    }

    /**
     * Keeps words as a person left them, once per key: the version that has these very words, or else a new one whose
     * author is that person.
     */
    public VersionId addEdited(String requestId, String kind, String title, String markdown, String user, String key) {
        var bytes = bytes(markdown);
        var same = rows.sameWords(requestId, kind, Hashes.sha256(bytes));
        if (same == null) {
            add(requestId, kind, title, bytes, MARKDOWN, Actor.staff(user), "edited:" + key);
            same = rows.sameWords(requestId, kind, Hashes.sha256(bytes));
        }
        return new VersionId(same.documentId(), same.n());
    }

    /** The words of a version that is a text, byte for byte. */
    public String text(VersionId id) {
        return new String(store.read(version(id.documentId(), id.n()).storageKey()), StandardCharsets.UTF_8);
    }

    /** Where staff read the version that this approval is of; empty when none was kept. */
    public Optional<String> approvedPath(String approvalId) {
        return Optional.ofNullable(rows.versionByKey("approved:" + approvalId))
                .map(version -> "/api/documents/" + version.documentId() + "/versions/" + version.n() + "/content");
    }

    /** A person's upload as a new document. */
    Document upload(String requestId, String kind, String title, byte[] bytes, String contentType, String user) {
        var id = create(requestId, kind, title, bytes, contentType, Actor.staff(user), "upload:" + UUID.randomUUID());
        return get(id);
    }

    /**
     * Keeps a file that came with a client's message as a document of its own; once per message and place.
     *
     * @param requestId null for a message that belongs to no request
     * @param clientName who a client is to the event log
     * @return the document's id
     */
    public String addMedia(
            String requestId, String messageId, int n, byte[] bytes, String contentType, String clientName) {
        var key = "media:" + messageId + ":" + n;
        var before = rows.versionByKey(key);
        return before != null
                ? before.documentId()
                : create(
                        requestId,
                        MEDIA,
                        "File " + (n + 1) + " of " + messageId,
                        bytes,
                        contentType,
                        Actor.client(clientName),
                        key);
    }

    /** A person's upload as a further version. */
    Document addVersion(String documentId, byte[] bytes, String contentType, String user) {
        var document = row(documentId);
        var key = "upload:" + UUID.randomUUID();
        write(document, bytes, contentType, Actor.staff(user), key);
        return get(documentId);
    }

    private void add(
            String requestId, String kind, String title, byte[] bytes, String contentType, Actor author, String key) {
        if (rows.versionByKey(key) != null) {
            return;
        }
        var document = rows.ofKind(requestId, kind);
        if (document == null) {
            create(requestId, kind, title, bytes, contentType, author, key);
        } else {
            write(document, bytes, contentType, author, key);
        }
    }

    /** A document is listed together with its first version: one whose bytes could not be kept is not there at all. */
    private String create(
            String requestId, String kind, String title, byte[] bytes, String contentType, Actor author, String key) {
        var id = "D-" + transaction.execute(tx -> sequences.next("document"));
        var document = new DocumentRow(id, requestId, kind, title, clock.instant());
        store.write(Keys.of(id, bytes), bytes);
        transaction.executeWithoutResult(tx -> {
            rows.insert(document);
            record(document, bytes, contentType, author, key);
        });
        return id;
    }

    /** The bytes first: a version that is listed can be read. Bytes without a row after a crash harm nobody. */
    private void write(DocumentRow document, byte[] bytes, String contentType, Actor author, String key) {
        store.write(Keys.of(document.id(), bytes), bytes);
        transaction.executeWithoutResult(tx -> record(document, bytes, contentType, author, key));
    }

    private void record(DocumentRow document, byte[] bytes, String contentType, Actor author, String key) {
        var sha256 = Hashes.sha256(bytes);
        var n = rows.lastVersion(document.id()) + 1;
        rows.insertVersion(new VersionRow(
                document.id(),
                n,
                key,
                sha256,
                bytes.length,
                contentType,
                author.kind(),
                author.name(),
                Keys.of(document.id(), bytes),
                clock.instant()));
        events.append(
                author,
                "document_version_stored",
                document.requestId(),
                document.requestId() == null
                        ? null
                        : requests.get(document.requestId()).clientId(),
                Map.of("document", document.id(), "kind", document.kind(), "n", n, "sha256", sha256));
    }

    public Document get(String id) {
        return view(row(id));
    }

    Page<Document> page(String requestId, Integer limit, String cursor) {
        var size = Page.limit(limit);
        var found = rows.page(requestId, Page.cursor(cursor, Long.MAX_VALUE), size + 1);
        return Page.of(found, size, this::view, DocumentRow::number);
    }

    /** @throws java.io.UncheckedIOException when the bytes cannot be read or are damaged */
    public Content content(String id, int n) {
        var version = version(id, n);
        return new Content(store.read(version.storageKey()), version.contentType(), fileName(version));
    }

    /** Takes the bytes of all versions away; the rows are the caller's to delete. Done again, it changes nothing. */
    public void eraseBytes(String documentId) {
        store.erase(documentId);
    }

    /** Where a browser fetches a version without going through us; empty where the bytes lie in our own folder. */
    Optional<Link> link(String id, int n) {
        var version = version(id, n);
        var expires = clock.instant().plus(LINK_LIVES);
        return store.link(version.storageKey(), fileName(version), version.contentType(), LINK_LIVES)
                .map(url -> new Link(url, expires));
    }

    private VersionRow version(String id, int n) {
        var version = rows.version(row(id).id(), n);
        if (version == null) {
            throw Problem.notFound(id + " has no version " + n + ".");
        }
        return version;
    }

    private String fileName(VersionRow version) {
        var id = version.documentId();
        return FileNames.of(id, row(id).title(), version.n(), version.contentType());
    }

    private DocumentRow row(String id) {
        var row = rows.find(id);
        if (row == null) {
            throw Problem.notFound("There is no document " + id + ".");
        }
        return row;
    }

    private Document view(DocumentRow row) {
        var versions = rows.versions(row.id()).stream()
                .map(version -> new Version(
                        version.n(),
                        version.sha256(),
                        version.bytes(),
                        version.contentType(),
                        new Actor(version.authorKind(), version.authorName()),
                        version.at()))
                .toList();
        return new Document(row.id(), row.requestId(), row.kind(), row.title(), versions);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
