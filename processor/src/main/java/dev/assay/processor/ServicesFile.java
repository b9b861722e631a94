package dev.assay.processor;

import dev.assay.dsl.Harness;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** {@code META-INF/services/dev.assay.dsl.Harness}, in which harnesses are found. */
final class ServicesFile {
    private static final String NAME = "META-INF/services/" + Harness.class.getName();

    private ServicesFile() {}

    /** Names these harnesses, sorted, beside those written by hand that the file names already and that exist. */
    static void write(Collection<String> harnesses, Filer filer, Elements elements) throws IOException {
        NavigableSet<String> names = new TreeSet<>(harnesses);
        byHand(filer).stream()
                .filter(name -> elements.getTypeElement(name.replace('$', '.')) != null)
                .forEach(names::add);
        try (Writer file =
                filer.createResource(StandardLocation.CLASS_OUTPUT, "", NAME).openWriter()) {
            file.write(String.join("\n", names) + "\n");
        }
    }

    private static NavigableSet<String> byHand(Filer filer) throws IOException {
        NavigableSet<String> names = new TreeSet<>();
        try {
            FileObject file = filer.getResource(StandardLocation.CLASS_OUTPUT, "", NAME);
            file.getCharContent(true)
                    .toString()
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .forEach(names::add);
        } catch (NoSuchFileException | FileNotFoundException none) {
            // The usual case: nobody wrote one by hand.
            return names;
        }
        return names;
    }
}
