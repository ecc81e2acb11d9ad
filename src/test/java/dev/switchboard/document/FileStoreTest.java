package dev.switchboard.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest extends DocumentStoreContract {

    @TempDir
    Path parent;

    @Override
    DocumentStore store() {
        return new FileStore(parent.resolve("documents"));
    }

    @Override
    DocumentStore another() {
        return new FileStore(parent.resolve("./documents"));
    }

    @Test
    void whatACrashLeftAsideIsNoDocumentAndInNobodysWay() throws IOException {
        var folder = Files.createDirectories(parent.resolve("documents/D-1"));
        Files.writeString(folder.resolve(".writing-1.tmp"), "half a do");
        store().write("D-1/abc", new byte[] {1, 2});
        assertThat(store().read("D-1/abc")).containsExactly(1, 2);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("abc", ".writing-1.tmp");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        Files.writeString(parent.resolve("documents"), "a file where the folder should be");
        assertThatThrownBy(() -> store().write("D-1/abc", new byte[] {1}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("D-1/abc");
    }
}
