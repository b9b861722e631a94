package dev.assay.provenance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** The directories and jars in which the program's classes stand. Nothing in them is loaded. */
final class ClassPath implements AutoCloseable {
    private final List<ClassPathEntry> entries;

    private ClassPath(List<ClassPathEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * Opens a class path, as {@code java.class.path} gives it; entries that do not exist are left out, as Java leaves them.
     *
     * @throws UncheckedIOException if a jar cannot be read
     */
    static ClassPath open(String classPath) {
        List<ClassPathEntry> entries = new ArrayList<>();
        for (String name : classPath.split(File.pathSeparator, -1)) {
            Path path = Path.of(name);
            try {
                if (Files.isDirectory(path)) {
                    entries.add(new ClassDirectory(path));
                } else if (Files.isRegularFile(path)) {
                    entries.add(ClassJar.open(path));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException("cannot read " + path + " on the class path", unreadable);
            }
        }
        return new ClassPath(entries);
    }

    /** The entries in their order. */
    List<ClassPathEntry> entries() {
        return entries;
    }

    /**
     * The first entry that holds a file, which is where Java takes it from.
     *
     * @param file a path below the entries, with slashes
     */
    Optional<ClassPathEntry> find(String file) {
        return entries.stream().filter(entry -> entry.holds(file)).findFirst();
    }

    /** The names of the files right in a package's directory of our own entries. */
    List<Resource> files(String directory) {
        List<Resource> files = new ArrayList<>();
        for (ClassPathEntry entry : entries) {
            if (entry.isOurs()) {
                SortedSet<String> names = entry.files(directory);
                names.forEach(name -> files.add(new Resource(entry, directory + name)));
            }
        }
        return files;
    }

    /**
     * A file on the class path.
     *
     * @param entry where it stands
     * @param path its path there
     */
    record Resource(ClassPathEntry entry, String path) {}

    @Override
    public void close() {
        entries.forEach(ClassPathEntry::close);
    }
}
