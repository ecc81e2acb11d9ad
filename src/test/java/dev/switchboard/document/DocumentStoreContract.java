package dev.switchboard.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What everyone who keeps documents can rely on, wherever the bytes lie. */
abstract class DocumentStoreContract {

    abstract DocumentStore store();

    /** How many objects there are. */
    abstract int objects() throws Exception;

    /** Changes a kept object behind the store's back. */
    abstract void damage(String key) throws Exception;

    @Test
    void whatIsWrittenIsReadByteForByte() {
        for (var size : new int[] {0, 1, 4096, 3_000_000}) {
            var bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            var key = Keys.of("D-" + size, bytes);
            store().write(key, bytes);
            assertThat(store().read(key)).isEqualTo(bytes);
        }
    }

    @Test
    void theSameBytesAgainAreNoErrorAndNoSecondObject() throws Exception {
        var key = Keys.of("D-1", words());
        store().write(key, words());
        store().write(key, words());
        assertThat(objects()).isEqualTo(1);
    }

    @Test
    void manyWritersOfTheSameBytesLeaveOneObject() throws Exception {
        var key = Keys.of("D-1", words());
        IntStream.range(0, 8).parallel().forEach(i -> store().write(key, words()));
        assertThat(objects()).isEqualTo(1);
        assertThat(store().read(key)).isEqualTo(words());
    }

    @Test
    void otherBytesUnderAKeyAreRefused() throws Exception {
        var key = Keys.of("D-1", words());
        store().write(key, words());
        assertThatThrownBy(() -> store().write(key, new byte[] {1})).isInstanceOf(IllegalArgumentException.class);
        assertThat(store().read(key)).isEqualTo(words());
        assertThat(objects()).isEqualTo(1);
    }

    @Test
    void aKeyThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> store().read(Keys.of("D-9", words())))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("D-9");
    }

    @Test
    void damageIsNoticed() throws Exception {
        var key = Keys.of("D-1", words());
        store().write(key, words());
        damage(key);
        assertThatThrownBy(() -> store().read(key))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("damaged");
        assertThatThrownBy(() -> store().write(key, words())).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void anErasedDocumentIsGoneWithAllItsVersionsAndNoOtherIs() throws Exception {
        for (var document : new String[] {"D-1", "D-12"}) {
            store().write(Keys.of(document, words()), words());
            store().write(Keys.of(document, new byte[] {1}), new byte[] {1});
        }
        store().erase("D-1");
        store().erase("D-1");
        assertThatThrownBy(() -> store().read(Keys.of("D-1", words()))).isInstanceOf(UncheckedIOException.class);
        assertThat(store().read(Keys.of("D-12", words()))).isEqualTo(words());
        assertThat(objects()).isEqualTo(2);
    }

    static byte[] words() {
        return "Ein PRD – with words 😀".getBytes(StandardCharsets.UTF_8);
    }
}
