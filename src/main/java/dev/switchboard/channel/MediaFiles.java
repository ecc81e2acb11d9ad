package dev.switchboard.channel;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.channel.MediaRows.DueFile;
import dev.switchboard.channel.MediaSource.File;
import dev.switchboard.channel.MediaSource.Refused;
import dev.switchboard.crm.Clients;
import dev.switchboard.document.Documents;
import dev.switchboard.request.Message;
import dev.switchboard.request.Messages;
import dev.switchboard.system.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the files of a message documents of its request. The message never waits for them: they are fetched afterwards,
 * with growing pauses, and what cannot be had in the end is said in the event log.
 */
@Component
class MediaFiles {

    private static final Logger LOG = LoggerFactory.getLogger(MediaFiles.class);
    private static final int BATCH = 10;
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2));

    private final MediaRows rows;
    private final MediaSource source;
    private final Documents documents;
    private final Messages messages;
    private final Clients clients;
    private final Events events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MediaFiles(
            MediaRows rows,
            MediaSource source,
            Documents documents,
            Messages messages,
            Clients clients,
            Events events,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.source = source;
        this.documents = documents;
        this.messages = messages;
        this.clients = clients;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Notes what has to be fetched; runs in the transaction that keeps the message. */
    void note(Message message, List<Inbound.Media> media) {
        for (var n = 0; n < media.size(); n++) {
            var file = media.get(n);
            rows.insert(message.id(), n, file.url(), MediaTypes.bare(file.contentType()), clock.instant());
        }
        if (!media.isEmpty()) {
            messages.setMedia(message.id(), Json.write(rows.ofMessage(message.id())));
        }
    }

    @Scheduled(fixedDelay = 500)
    void sweep() {
        for (var file : rows.due(clock.instant(), BATCH)) {
            try {
                keep(file, source.fetch(file.source()));
            } catch (Refused e) {
                giveUp(file, e.getMessage());
            } catch (RuntimeException e) {
                LOG.warn("File {} of {} could not be kept and will be tried again", file.n() + 1, file.messageId(), e);
                later(file, e);
            }
        }
    }

    private void keep(DueFile due, File file) {
        var type = file.contentType() == null ? due.contentType() : MediaTypes.bare(file.contentType());
        if (!MediaTypes.allowed(type)) {
            throw new Refused("Files of the type " + type + " are not taken.");
        }
        if (file.bytes().length > MediaSource.LARGEST) {
            throw new Refused("The file has more than 5 MB.");
        }
        var author = clients.sender(due.channel(), due.fromAddress()).id();
        var document = documents.addMedia(due.requestId(), due.messageId(), due.n(), file.bytes(), type, author);
        transaction.executeWithoutResult(tx -> {
            rows.kept(due.messageId(), due.n(), document, type, file.bytes().length);
            messages.setMedia(due.messageId(), Json.write(rows.ofMessage(due.messageId())));
        });
    }

    private void later(DueFile file, RuntimeException failure) {
        if (file.attempts() < PAUSES.size()) {
            rows.failed(file.messageId(), file.n(), clock.instant().plus(PAUSES.get(file.attempts())));
        } else {
            giveUp(file, String.valueOf(failure.getMessage()));
        }
    }

    private void giveUp(DueFile file, String reason) {
        transaction.executeWithoutResult(tx -> {
            rows.givenUp(file.messageId(), file.n());
            events.append(
                    Actor.SYSTEM,
                    "media_not_kept",
                    file.requestId(),
                    clients.sender(file.channel(), file.fromAddress()).clientId(),
                    Map.of(
                            "message",
                            file.messageId(),
                            "file",
                            file.n() + 1,
                            "contentType",
                            file.contentType(),
                            "attempts",
                            file.attempts() + 1,
                            "reason",
                            reason));
        });
    }
}
