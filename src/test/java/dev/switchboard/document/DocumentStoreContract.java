package dev.switchboard.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every place where documents lie has to do; one subclass per place. */
abstract class DocumentStoreContract {

    /** A store that holds what {@link #another} holds. */
    abstract DocumentStore store();

    /** The same place, as the program finds it after a restart. */
    abstract DocumentStore another();

    @Test
    void bytesComeBackAsTheyWereWrittenEvenAfterARestart() {
        var bytes = new byte[3_000_000];
        new Random(1).nextBytes(bytes);
        store().write("D-1/abc", bytes);
        assertThat(store().read("D-1/abc")).isEqualTo(bytes);
        assertThat(another().read("D-1/abc")).isEqualTo(bytes);
    }

    @Test
    void aFileCanBeEmpty() {
        store().write("D-1/empty", new byte[0]);
        assertThat(store().read("D-1/empty")).isEmpty();
    }

    @Test
    void writingTheSameAgainIsNoError() {
        var bytes = "the same".getBytes(StandardCharsets.UTF_8);
        store().write("D-1/same", bytes);
        store().write("D-1/same", bytes);
        assertThat(store().read("D-1/same")).isEqualTo(bytes);
    }

    @Test
    void keysDoNotMix() {
        store().write("D-1/a", new byte[] {1});
        store().write("D-11/a", new byte[] {2});
        store().write("D-1/b", new byte[] {3});
        assertThat(store().read("D-1/a")).containsExactly(1);
        assertThat(store().read("D-11/a")).containsExactly(2);
    }

    @Test
    void aReaderNeverSeesHalfAFile() throws Exception {
        var bytes = new byte[200_000];
        new Random(2).nextBytes(bytes);
        store().write("D-1/shared", bytes);
        var threads = Executors.newFixedThreadPool(4);
        try {
            var calls = IntStream.range(0, 40)
                    .<Callable<byte[]>>mapToObj(i -> () -> {
                        if (i % 2 == 0) {
                            store().write("D-1/shared", bytes);
                        }
                        return store().read("D-1/shared");
                    })
                    .toList();
            for (var read : threads.invokeAll(calls)) {
                assertThat(read.get()).isEqualTo(bytes);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatIsNotThereCannotBeRead() {
        assertThatThrownBy(() -> store().read("D-1/never"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("D-1/never");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../escaped", "D-1/../../escaped", "/etc/passwd", "..", ".", "", "D-1/.."})
    void aKeyDoesNotLeadOut(String key) {
        assertThatThrownBy(() -> store().write(key, new byte[] {1})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().read(key)).isInstanceOf(IllegalArgumentException.class);
    }
}
