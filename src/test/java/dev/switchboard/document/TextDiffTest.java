package dev.switchboard.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.document.TextDiff.Line;
import org.junit.jupiter.api.Test;

class TextDiffTest {

    private static final String BEFORE =
            "# Menu\n\n## Users\n\nGuests\n\n## Requirements\n\n1. Ten dishes\n2. A price each\n";
    private static final String AFTER =
            "# Menu\n\n## Users\n\nGuests\n\n## Requirements\n\n1. Twelve dishes\n2. A price each\n";

    @Test
    void aHunkHoldsWhatChangedAndTheLinesAroundIt() {
        var hunks = TextDiff.of(BEFORE, AFTER).hunks();
        assertThat(hunks).hasSize(1);
        assertThat(hunks.get(0).lines())
                .containsExactly(
                        new Line("same", ""),
                        new Line("same", "## Requirements"),
                        new Line("same", ""),
                        new Line("removed", "1. Ten dishes"),
                        new Line("added", "1. Twelve dishes"),
                        new Line("same", "2. A price each"));
    }

    @Test
    void aReaderIsToldUnderWhichHeadingSomethingChanged() {
        assertThat(TextDiff.readable(BEFORE, AFTER)).isEqualTo("Requirements:\n− 1. Ten dishes\n+ 1. Twelve dishes");
        assertThat(TextDiff.readable(AFTER, AFTER)).isEqualTo("Nothing: the words are the same.");
        assertThat(TextDiff.of(AFTER, AFTER).hunks()).isEmpty();
    }

    @Test
    void linesThatLookLikeADiffAreLines() {
        var hunks = TextDiff.of("@@ -1 +1 @@\n--- a", "@@ -1 +1 @@\n+++ b").hunks();
        assertThat(hunks).hasSize(1);
        assertThat(hunks.get(0).lines())
                .containsExactly(
                        new Line("same", "@@ -1 +1 @@"), new Line("removed", "--- a"), new Line("added", "+++ b"));
    }

    @Test
    void endlessTextsAreRefusedAndReviewedWithoutAComparison() {
        var endless = "a\n".repeat(10_001);
        assertThatThrownBy(() -> TextDiff.of(endless, AFTER)).hasMessageContaining("10,000 lines");
        assertThat(TextDiff.readable(endless, AFTER)).contains("too long");
        assertThat(TextDiff.of("a\n".repeat(10_000), "b\n".repeat(10_000)).hunks())
                .hasSize(1);
    }

    @Test
    void aDownloadIsNamedAfterItsTitle() {
        assertThat(FileNames.of("D-1", "Please add: the menu!", 2, "text/markdown;charset=UTF-8"))
                .isEqualTo("Please-add-the-menu-v2.md");
        assertThat(FileNames.of("D-1", "Speisekarte für Gäste 🍂", 1, "text/markdown"))
                .isEqualTo("Speisekarte-für-Gäste-v1.md");
        assertThat(FileNames.of("D-1", "logo.final.png", 3, "image/png")).isEqualTo("logo-final-v3.png");
        assertThat(FileNames.of("D-1", "File 1 of M-12", 1, "image/jpeg")).isEqualTo("File-1-of-M-12-v1.jpg");
        assertThat(FileNames.of("D-1", "../../..", 1, "application/x-thing")).isEqualTo("D-1-v1");
        assertThat(FileNames.of("D-1", "x\r\nSet-Cookie: a=b", 1, "text/plain")).isEqualTo("x-Set-Cookie-a-b-v1.txt");
    }
}
