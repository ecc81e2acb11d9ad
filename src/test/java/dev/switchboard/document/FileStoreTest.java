package dev.switchboard.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.system.Hashes;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest extends DocumentStoreContract {

    @TempDir
    Path folder;

    @Override
    DocumentStore store() {
        return new FileStore(folder.resolve("documents"));
    }

    @Override
    int objects() throws Exception {
        try (var files = Files.walk(folder)) {
            return (int) files.filter(Files::isRegularFile).count();
        }
    }

    @Override
    void damage(String key) throws Exception {
        Files.writeString(folder.resolve("documents").resolve(key), "something else");
    }

    @Test
    void noKeyLeadsOutOfTheFolder() throws Exception {
        var key = "../../outside/" + Hashes.sha256(words());
        assertThatThrownBy(() -> store().write(key, words())).isInstanceOf(IllegalArgumentException.class);
        assertThat(objects()).isZero();
    }
}
