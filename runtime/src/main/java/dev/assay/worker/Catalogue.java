package dev.assay.worker;

import dev.assay.dsl.Executable;
import dev.assay.dsl.Harness;
import dev.assay.plan.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The experiments whose harnesses stand on the class path. */
public final class Catalogue {
    private final Map<String, Entry> experiments = new LinkedHashMap<>();

    /**
     * An experiment.
     *
     * @param executable its plan and code
     * @param harness the class that holds them
     */
    private record Entry(Executable<?> executable, Class<?> harness) {
        String id() {
            return executable.plan().id();
        }
    }

    private Catalogue(List<Entry> found) {
        found.stream()
                .sorted(Comparator.comparing(
                                (Entry entry) -> entry.executable().plan().question())
                        .thenComparing(Entry::id))
                .forEach(this::add);
    }

    /**
     * Finds every harness that is named in {@code META-INF/services}.
     *
     * @throws NoHarnessException if there is none; the message says how that comes about
     * @throws IllegalStateException if two experiments have the same id
     */
    public static Catalogue load() {
        List<Entry> found = new ArrayList<>();
        for (Harness<?> harness : ServiceLoader.load(Harness.class)) {
            found.add(new Entry(harness.executable(), harness.getClass()));
        }
        if (found.isEmpty()) {
            throw NoHarnessException.onClassPath();
        }
        return new Catalogue(found);
    }

    private void add(Entry entry) {
        String id = entry.id();
        if (experiments.putIfAbsent(id, entry) != null) {
            throw new IllegalStateException(
                    "two experiments on the class path are called '" + id + "'; give one another id");
        }
    }

    /** Every experiment, by the number of its question, then by id. */
    public Collection<Executable<?>> all() {
        List<Executable<?>> all = new ArrayList<>();
        experiments.values().forEach(entry -> all.add(entry.executable()));
        return all;
    }

    /**
     * The experiment of this id.
     *
     * @throws IllegalArgumentException if there is none; the message suggests one
     */
    public Executable<?> get(String id) {
        return entry(id).executable();
    }

    /**
     * The experiment that a class declares: an annotated one, or a harness written by hand.
     *
     * @throws NoHarnessException if it has no harness; the message says how that comes about
     */
    public Executable<?> get(Class<?> declaring) {
        return experiments.values().stream()
                .filter(entry -> entry.harness() == declaring
                        || entry.executable().plan().source().equals(declaring.getName()))
                .findFirst()
                .orElseThrow(() -> NoHarnessException.of(declaring))
                .executable();
    }

    /**
     * The binary name of the class of an experiment's harness.
     *
     * @throws IllegalArgumentException if there is no such experiment
     */
    public String harness(String id) {
        return entry(id).harness().getName();
    }

    private Entry entry(String id) {
        Entry entry = experiments.get(id);
        if (entry == null) {
            throw new IllegalArgumentException(
                    "there is no experiment '" + id + "'." + Suggestion.of(id, experiments.keySet()));
        }
        return entry;
    }
}
