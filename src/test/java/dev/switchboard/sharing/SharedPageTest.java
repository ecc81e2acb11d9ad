package dev.switchboard.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class SharedPageTest {

    private final SharedPage page = page();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "<iframe src='https://elsewhere.example'></iframe>",
                "![a picture](https://elsewhere.example/pixel.png)",
                "![a picture](data:image/svg+xml;base64,PHN2Zy8+)",
                "[click](javascript:alert(1))",
                "[click](&#106;avascript:alert(1))",
                "[click](java\tscript:alert(1))",
                "[click]( JaVaScRiPt:alert(1))",
                "[click](vbscript:x) [click](data:text/html,<script>alert(1)</script>)",
                "<javascript:alert(1)>",
                "[a]: javascript:alert(1)\n\n[a]",
                "[click](https://a.example/\"onmouseover=\"alert(1))",
                "```\"><script>alert(1)</script>\nx\n```",
                "a | b\n--- | ---\n<script>alert(1)</script> | ![x](https://elsewhere.example/x)"
            })
    void nothingInADocumentRunsOrLoads(String markdown) {
        var html = document("<b>Wish</b>", markdown);
        var article = html.substring(html.indexOf("<article"), html.indexOf("</article>"));
        assertThat(article.toLowerCase())
                .doesNotContain("<script", "<img", "<svg", "<iframe", "=\"javascript", "=\"data:", "vbscript:x\"")
                .doesNotContainPattern("<[a-z]+[^>]*\\ssrc=")
                .doesNotContainPattern("<[a-z]+[^>]*\\son\\w+=")
                .doesNotContainPattern("href=\"(?!https?:|mailto:|\")");
        assertThat(html).contains("&lt;b&gt;Wish&lt;/b&gt;").doesNotContain("<b>");
    }

    @Test
    void whatPeopleWriteIsShownAsTheyMeantIt() {
        var html = document("Menu", """
                # Menu

                1. Twelve *dishes*, see [ours](https://menu.example/a?b=1&c=2)

                > quoted {{answer}}

                a | b
                --- | ---
                1 | ![two](https://elsewhere.example/2.png)
                """);
        assertThat(html)
                .contains("<h1>Menu</h1>", "<em>dishes</em>", "<blockquote>", "<td>two</td>", "quoted {{answer}}")
                .contains(
                        "<a rel=\"noopener noreferrer nofollow\" href=\"https://menu.example/a?b=1&amp;c=2\">ours</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "- ", "1. ", "[", "![", "**a *", "`", "<a ", "|"})
    void nestingWithoutEndNeitherFailsNorTakesLong(String piece) {
        assertThat(document("Deep", piece.repeat(60_000 / piece.length()))).contains("</article>");
    }

    @ParameterizedTest
    @CsvSource({"en,'November 22, 2026'", "de,22. November 2026", "es,22 de noviembre de 2026", "fr,22 novembre 2026"})
    void theFrameSpeaksTheClientsLanguage(String language, String date) {
        var words = new FrameWords(language);
        assertThat(page.document(words, "T", 2, words.date(Instant.parse("2026-11-22T23:59:59Z")), "x", "y"))
                .contains("<html lang=\"" + language + "\">", date, "2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"de-AT,en;q=0.5|de", "nl, pt;q=0.3|pt", "xx|en", ";;;|en", "''|en"})
    void aNoticeIsInALanguageThatTheBrowserAsksFor(String header, String language) {
        assertThat(page.notice(FrameWords.accepted(header), "gone")).contains("<html lang=\"" + language + "\">");
    }

    private String document(String title, String markdown) {
        return page.document(new FrameWords("en"), title, 1, "today", "tomorrow", markdown);
    }

    private static SharedPage page() {
        try {
            return new SharedPage(new ClassPathResource("sharing/page.html"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
