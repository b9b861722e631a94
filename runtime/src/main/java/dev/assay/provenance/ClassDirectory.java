package dev.assay.provenance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compiled classes in a directory.
 *
 * @param path the directory
 */
record ClassDirectory(Path path) implements ClassPathEntry {
    @Override
    public boolean isOurs() {
        return true;
    }

    @Override
    public boolean holdsClasses() {
        try (Stream<Path> files = Files.walk(path)) {
            return files.anyMatch(file -> file.toString().endsWith(".class"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + path, unreadable);
        }
    }

    @Override
    public boolean holds(String file) {
        return Files.isRegularFile(path.resolve(file));
    }

    @Override
    public byte[] bytes(String file) {
        try {
            return Files.readAllBytes(path.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + path.resolve(file), unreadable);
        }
    }

    @Override
    public SortedSet<String> files(String directory) {
        Path place = path.resolve(directory);
        SortedSet<String> names = new TreeSet<>();
        if (Files.isDirectory(place)) {
            try (Stream<Path> files = Files.list(place)) {
                files.filter(Files::isRegularFile).forEach(file -> names.add(String.valueOf(file.getFileName())));
            } catch (IOException unreadable) {
                throw new UncheckedIOException("cannot read " + place, unreadable);
            }
        }
        return names;
    }

    @Override
    public void close() {}
}
