package dev.assay.provenance;

import java.nio.file.Path;
import java.util.SortedSet;

/** A directory or jar of the class path. */
sealed interface ClassPathEntry extends AutoCloseable permits ClassDirectory, ClassJar {
    /** Where it is. */
    Path path();

    /**
     * Whether what stands here is followed class by class: directories, and jars of Assay or of a project that uses it.
     * Any other jar is a library, of which the content as a whole counts.
     */
    boolean isOurs();

    /** Whether it holds any class. */
    boolean holdsClasses();

    /** Whether it holds a file of this path. */
    boolean holds(String file);

    /**
     * What a file holds.
     *
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    byte[] bytes(String file);

    /**
     * The names of the files right in a directory.
     *
     * @param directory its path with a final slash, or empty for the top
     */
    SortedSet<String> files(String directory);

    @Override
    void close();
}
