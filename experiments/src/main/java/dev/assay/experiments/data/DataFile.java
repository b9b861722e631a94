package dev.assay.experiments.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A gzip file that ships beside this class; {@code SOURCES.md} there says where each comes from.
 *
 * @param name the file's name, with its ending
 */
record DataFile(String name) {
    /**
     * What it holds, uncompressed.
     *
     * @throws IllegalStateException if no such file ships with the experiments
     * @throws UncheckedIOException if it cannot be read
     */
    byte[] bytes() {
        try (InputStream packed = DataFile.class.getResourceAsStream(name)) {
            if (packed == null) {
                throw new IllegalStateException("the data file '" + name + "' is not on the class path beside "
                        + DataFile.class.getName() + "; build the experiments module with its resources");
            }
            try (InputStream unpacked = new GZIPInputStream(packed)) {
                return unpacked.readAllBytes();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the data file '" + name + "' cannot be read", unreadable);
        }
    }

    /** Its lines of text. */
    List<String> lines() {
        return new String(bytes(), StandardCharsets.UTF_8).lines().toList();
    }
}
