package dev.assay.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A jar. */
final class ClassJar implements ClassPathEntry {
    private final Path path;
    private final ZipFile zip;
    private final Map<String, ZipEntry> files;

    private ClassJar(Path path, ZipFile zip) {
        this.path = path;
        this.zip = zip;
        this.files = zip.stream()
                .filter(entry -> !entry.isDirectory())
                .collect(Collectors.toMap(ZipEntry::getName, Function.identity(), (first, again) -> first));
    }

    static ClassJar open(Path path) throws IOException {
        return new ClassJar(path, new ZipFile(path.toFile()));
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public boolean isOurs() {
        return files.keySet().stream()
                .anyMatch(name -> name.startsWith("META-INF/assay/") || name.startsWith("dev/assay/"));
    }

    @Override
    public boolean holdsClasses() {
        return files.keySet().stream().anyMatch(name -> name.endsWith(".class"));
    }

    @Override
    public boolean holds(String file) {
        return files.containsKey(file);
    }

    @Override
    public byte[] bytes(String file) {
        try (InputStream in = zip.getInputStream(Objects.requireNonNull(files.get(file), file))) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file + " in " + path, unreadable);
        }
    }

    @Override
    public SortedSet<String> files(String directory) {
        SortedSet<String> names = new TreeSet<>();
        for (String name : files.keySet()) {
            if (name.startsWith(directory) && name.indexOf('/', directory.length()) < 0) {
                names.add(name.substring(directory.length()));
            }
        }
        return names;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot close " + path, failed);
        }
    }
}
