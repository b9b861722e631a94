package dev.assay.processor;

import dev.assay.processor.Declared.Reading;
import dev.assay.processor.Declared.Way;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/**
 * The Javadoc of an experiment, as the file that its harness takes its prose from.
 *
 * @param text about the experiment, in Markdown; may be empty
 * @param parts about those parts that have prose: variants and metrics by name, figures by title
 */
record ProseFile(String text, Map<String, String> parts) {
    static ProseFile of(Declared declared, Elements elements) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (Way variant : declared.variants()) {
            parts.put(variant.name(), text(variant.method(), declared, elements));
        }
        for (Reading metric : declared.metrics()) {
            parts.put(metric.name(), text(metric.method(), declared, elements));
        }
        for (Reading figure : declared.figures()) {
            parts.put(figure.mark().text("value"), text(figure.method(), declared, elements));
        }
        parts.values().removeIf(String::isEmpty);
        return new ProseFile(text(declared.type(), declared, elements), parts);
    }

    private static String text(Element element, Declared declared, Elements elements) {
        String comment = elements.getDocComment(element);
        return KotlinClass.is(declared.type()) ? KDocMarkdown.convert(comment) : JavadocMarkdown.convert(comment);
    }

    String about(String part) {
        return parts.getOrDefault(part, "");
    }

    /** What {@code dev.assay.dsl.Prose} reads: the experiment's prose, then each part's after a line {@code # name}. */
    String content() {
        StringBuilder content = new StringBuilder();
        if (!text.isEmpty()) {
            content.append(text).append('\n');
        }
        parts.forEach((name, prose) -> content.append(content.isEmpty() ? "" : "\n")
                .append("# ")
                .append(name)
                .append("\n\n")
                .append(prose)
                .append('\n'));
        return content.toString();
    }

    void write(Declared declared, Filer filer) throws IOException {
        String name = "META-INF/assay/" + declared.binaryName() + ".md";
        try (Writer file = filer.createResource(StandardLocation.CLASS_OUTPUT, "", name, declared.type())
                .openWriter()) {
            file.write(content());
        }
    }
}
