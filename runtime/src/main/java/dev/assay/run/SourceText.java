package dev.assay.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The source of an experiment, where its jar carries it under {@code META-INF/assay/sources}. */
final class SourceText {
    private SourceText() {}

    /**
     * The source file of a class.
     *
     * @param className the class's binary name, or empty
     * @return the text, or empty if there is none
     */
    static String of(String className) {
        String outermost = className.replaceFirst("\\$.*", "").replace('.', '/');
        for (String suffix : List.of(".java", ".kt")) {
            String resource = "/META-INF/assay/sources/" + outermost + suffix;
            try (InputStream in = SourceText.class.getResourceAsStream(resource)) {
                if (in != null) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException("cannot read " + resource, failed);
            }
        }
        return "";
    }
}
