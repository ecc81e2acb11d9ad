package dev.switchboard.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A key of 32 random bytes in a file that only the program's user may read; made when it is first needed. */
public final class SecretFile {

    private static final int BYTES = 32;

    private final Path path;
    private byte[] read;

    public SecretFile(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    public boolean exists() {
        return Files.exists(path);
    }

    /** @throws UncheckedIOException when the file cannot be read or made */
    public synchronized byte[] bytes() {
        if (read == null) {
            try {
                if (!exists()) {
                    make();
                }
                read = HexFormat.of().parseHex(Files.readString(path).strip());
            } catch (IOException e) {
                throw new UncheckedIOException(path + " cannot be read or written", e);
            }
        }
        return read;
    }

    /** Written aside and then linked: another node, or a crash, never sees half a key, and the first one stays. */
    private void make() throws IOException {
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(path.toAbsolutePath().getParent());
        var posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        var aside = posix
                ? Files.createTempFile(
                        path.toAbsolutePath().getParent(),
                        ".secret-",
                        null,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(path.toAbsolutePath().getParent(), ".secret-", null);
        try {
            try (var channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            if (posix) {
                Files.createLink(path, aside);
            } else {
                Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (FileAlreadyExistsException e) {
            // Another node was faster: its key is the one
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
