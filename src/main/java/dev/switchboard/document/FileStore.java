package dev.switchboard.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.util.FileSystemUtils;

/** Documents in a folder: written aside, forced to disk, then moved into place, so that no reader sees half a file. */
class FileStore implements DocumentStore {

    private final Path folder;

    FileStore(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public void write(String key, byte[] bytes) {
        Keys.check(key, bytes);
        try {
            var target = place(key);
            if (Files.exists(target)) {
                read(key);
                return;
            }
            Files.createDirectories(target.getParent());
            var aside = Files.createTempFile(target.getParent(), ".writing-", null);
            try (var channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                for (var rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(target.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("the document " + key + " cannot be written", e);
        }
    }

    @Override
    public byte[] read(String key) {
        try {
            return Keys.verified(key, Files.readAllBytes(place(key)));
        } catch (IOException e) {
            throw new UncheckedIOException("the document " + key + " cannot be read", e);
        }
    }

    @Override
    public void erase(String documentId) {
        var place = place(documentId);
        try {
            if (Files.exists(place)) {
                FileSystemUtils.deleteRecursively(place);
                force(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the document " + documentId + " cannot be taken away", e);
        }
    }

    /** A name that came or went survives a power cut only once its folder is forced too. */
    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path place(String key) {
        var path = folder.resolve(key).normalize();
        if (!path.startsWith(folder) || path.equals(folder)) {
            throw new IllegalArgumentException("a document's key leads out of its folder");
        }
        return path;
    }
}
