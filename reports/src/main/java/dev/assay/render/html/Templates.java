package dev.assay.render.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

/** The compiled templates, and the style sheet that their pages share. */
final class Templates {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "dev.assay.render.html");

    private static final Pattern HALVES = Pattern.compile("\\p{Cs}");

    private Templates() {}

    /** Writes a page; half a surrogate pair, which no encoding has, is written as U+FFFD. */
    static void write(Path file, String template, Object page) throws IOException {
        StringOutput text = new StringOutput();
        ENGINE.render(template, page, text);
        Files.writeString(file, HALVES.matcher(text.toString()).replaceAll("\uFFFD"));
    }

    static void writeStyle(Path directory) throws IOException {
        try (InputStream style = Objects.requireNonNull(
                Templates.class.getResourceAsStream("/dev/assay/render/style.css"), "the style sheet is in the jar")) {
            Files.write(directory.resolve("style.css"), style.readAllBytes());
        }
    }
}
