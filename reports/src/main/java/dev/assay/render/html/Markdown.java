package dev.assay.render.html;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** An author's prose as HTML. Markup in it is shown as text, and links lead only where links should. */
final class Markdown {
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    /** A page's own headings end at this level, so the author's begin below it. */
    private static final int HEADINGS_BELOW = 2;

    private Markdown() {}

    static String html(String markdown) {
        Node document = PARSER.parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                heading.setLevel(Math.min(6, heading.getLevel() + HEADINGS_BELOW));
                visitChildren(heading);
            }
        });
        return RENDERER.render(document);
    }
}
