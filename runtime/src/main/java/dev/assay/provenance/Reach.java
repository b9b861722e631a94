package dev.assay.provenance;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What some classes can reach, directly or through others. */
final class Reach {
    private final SortedMap<String, String> classes = new TreeMap<>();
    private final Set<ClassPathEntry> entries = new HashSet<>();
    private final SortedSet<String> jars = new TreeSet<>();
    private final SortedSet<String> texts = new TreeSet<>();

    /** Adds a class of ours. */
    void add(String name, ClassPathEntry entry, String fingerprint, SortedSet<String> itsTexts) {
        classes.put(name, fingerprint);
        entries.add(entry);
        texts.addAll(itsTexts);
    }

    /** Adds a library. */
    void addJar(String path) {
        jars.add(path);
    }

    /** The fingerprints of our own classes, by binary name. */
    SortedMap<String, String> classes() {
        return classes;
    }

    /** The paths of libraries. */
    SortedSet<String> jars() {
        return jars;
    }

    /** Where our own classes stand. */
    Set<ClassPathEntry> entries() {
        return entries;
    }

    /** Every text that our own classes hold. */
    SortedSet<String> texts() {
        return texts;
    }
}
