package dev.assay.dsl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an author says about an experiment and its parts, in Markdown.
 *
 * <p>In its file, {@code META-INF/assay/<class>.md}, the class's prose comes first and each part's follows a line
 * {@code # name}.
 *
 * @param text about the experiment; may be empty
 * @param parts about variants and metrics by name, and figures by title
 */
record Prose(String text, Map<String, String> parts) {
    static Prose none() {
        return new Prose("", Map.of());
    }

    static Prose of(String text) {
        return new Prose(text.strip(), Map.of());
    }

    static Prose of(Class<?> declaring) {
        String file = "/META-INF/assay/" + declaring.getName() + ".md";
        try (InputStream in = declaring.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not beside " + declaring.getName()
                        + "; compile the class with the annotation processor dev.assay:assay-processor");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }

    static Prose parse(String file) {
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        StringBuilder section = new StringBuilder();
        sections.put("", section);
        for (String line : file.lines().toList()) {
            if (line.startsWith("# ")) {
                section = new StringBuilder();
                sections.put(line.substring(2).strip(), section);
            } else {
                section.append(line).append('\n');
            }
        }
        Map<String, String> parts = new LinkedHashMap<>();
        sections.forEach((name, text) -> parts.put(name, text.toString().strip()));
        String whole = parts.remove("");
        return new Prose(whole == null ? "" : whole, parts);
    }

    String about(String part) {
        return parts.getOrDefault(part, "");
    }
}
