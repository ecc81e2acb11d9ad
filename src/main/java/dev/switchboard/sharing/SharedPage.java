package dev.switchboard.sharing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Makes pages that load nothing but their style sheet. The Markdown was written by a model from what strangers texted:
 * HTML in it is shown as text, pictures as their caption, and links lead to web and mail addresses only.
 */
@Component
class SharedPage {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    /** Deeper nesting is nobody's document and would exhaust the stack. */
    private static final int DEEPEST = 30;

    private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");

    private final Parser parser =
            Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(DEEPEST).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
            .attributeProviderFactory(context -> linksTellNothing())
            .nodeRendererFactory(CaptionOnly::new)
            .build();
    private final String template;

    SharedPage(@Value("classpath:sharing/page.html") Resource template) throws IOException {
        this.template = template.getContentAsString(StandardCharsets.UTF_8);
    }

    /** The words of a version between the words of ours that say what it is. */
    String document(FrameWords words, String title, int n, String sharedOn, String until, String markdown) {
        return page(
                words,
                title,
                words.get("lead"),
                renderer.render(parser.parse(markdown)),
                words.get("version", n, sharedOn),
                words.get("answer"),
                words.get("until", until));
    }

    /** Words of ours alone. */
    String notice(FrameWords words, String name) {
        var html = "<h1>%s</h1>\n<p>%s</p>\n"
                .formatted(escaped(words.get(name + ".title")), escaped(words.get(name + ".text")));
        return page(words, words.get(name + ".title"), "", html, "", "", "");
    }

    private String page(
            FrameWords words, String title, String lead, String html, String version, String answer, String until) {
        var slots = Map.of(
                "language", words.language(),
                "title", escaped(title),
                "lead", escaped(lead),
                "document", html,
                "version", escaped(version),
                "answer", escaped(answer),
                "until", escaped(until));
        // In one pass: what looks like a slot in a document stays as it is
        return SLOT.matcher(template).replaceAll(slot -> Matcher.quoteReplacement(slots.get(slot.group(1))));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static AttributeProvider linksTellNothing() {
        return (node, tag, attributes) -> {
            if (node instanceof Link) {
                attributes.put("rel", "noopener noreferrer nofollow");
            }
        };
    }

    /** A picture would tell its server who reads the page, and when. */
    private record CaptionOnly(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node picture) {
            for (var caption = picture.getFirstChild(); caption != null; caption = caption.getNext()) {
                context.render(caption);
            }
        }
    }
}
