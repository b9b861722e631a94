package dev.assay.provenance;

import dev.assay.record.Provenance;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Says in a few words why earlier trials do not count any more. */
public final class Difference {
    private Difference() {}

    /** What differs, or empty if nothing does. */
    public static String between(Provenance earlier, Provenance now) {
        if (!earlier.classes().equals(now.classes())) {
            return "code changed: " + names(earlier.classes(), now.classes());
        }
        if (!earlier.code().equals(now.code())) {
            return "its metrics or figures changed";
        }
        if (!earlier.data().equals(now.data())) {
            return "data changed: " + names(earlier.data(), now.data());
        }
        if (!earlier.engineVersion().equals(now.engineVersion())) {
            return "the engine is " + now.engineVersion() + " and was " + earlier.engineVersion();
        }
        if (!earlier.libraries().equals(now.libraries())) {
            return "libraries changed: " + names(earlier.libraries(), now.libraries());
        }
        if (earlier.threads() != now.threads()) {
            return "a trial has " + now.threads() + " threads and had " + earlier.threads();
        }
        return "";
    }

    private static String names(Map<String, String> earlier, Map<String, String> now) {
        SortedSet<String> names = new TreeSet<>(earlier.keySet());
        names.addAll(now.keySet());
        names.removeIf(name -> now.containsKey(name) && now.get(name).equals(earlier.get(name)));
        String first = names.first();
        String how = !now.containsKey(first) ? " (gone)" : !earlier.containsKey(first) ? " (new)" : "";
        return first + how + (names.size() == 1 ? "" : " and " + (names.size() - 1) + " more");
    }
}
