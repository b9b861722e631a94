package dev.assay.processor;

import dev.assay.dsl.Harness;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.SortedSet;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;

/** {@code META-INF/services/dev.assay.dsl.Harness}, in which harnesses are found. */
final class ServicesFile {
    private static final String NAME = "META-INF/services/" + Harness.class.getName();

    private ServicesFile() {}

    /**
     * Names these harnesses.
     *
     * @param origins the classes that they are, or were made from, so that a build tool knows when to write the file again
     */
    static void write(SortedSet<String> harnesses, Collection<? extends Element> origins, Filer filer)
            throws IOException {
        try (Writer file = filer.createResource(
                        StandardLocation.CLASS_OUTPUT, "", NAME, origins.toArray(Element[]::new))
                .openWriter()) {
            file.write(String.join("\n", harnesses) + "\n");
        }
    }
}
