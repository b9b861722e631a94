package dev.assay.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the trials of an experiment depend on besides their cell, seed, effort and engine: two trials that agree in all of it
 * give the same values, timings aside. Contents stand there as their {@link Fingerprint}.
 *
 * @param code the fingerprint of {@code classes} and of what the plan takes from an outcome
 * @param classes our own classes that the experiment can reach, by binary name, without annotations and debug data
 * @param libraries the jars that the experiment can reach, by file name
 * @param data the data files that the experiment can read, by their path on the class path
 * @param engineVersion the version of the engine's native library
 * @param threads how many native threads a trial has
 */
@JsonPropertyOrder({"code", "engineVersion", "threads", "data", "libraries", "classes"})
public record Provenance(
        String code,
        Map<String, String> classes,
        Map<String, String> libraries,
        Map<String, String> data,
        String engineVersion,
        int threads) {
    public Provenance {
        classes = sorted(classes);
        libraries = sorted(libraries);
        data = sorted(data);
        if (threads < 1) {
            throw new IllegalArgumentException("a trial has at least 1 native thread, not " + threads);
        }
    }

    private static SortedMap<String, String> sorted(Map<String, String> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /** What tells this provenance from every other. */
    public String fingerprint() {
        return Fingerprint.of(RecordJson.write(this));
    }
}
