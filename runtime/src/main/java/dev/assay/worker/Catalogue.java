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
    private final Map<String, Executable<?>> experiments = new LinkedHashMap<>();

    private Catalogue(List<Executable<?>> found) {
        found.stream()
                .sorted(Comparator.comparing(
                                (Executable<?> experiment) -> experiment.plan().question())
                        .thenComparing(experiment -> experiment.plan().id()))
                .forEach(this::add);
    }

    /**
     * Finds every harness that is named in {@code META-INF/services}.
     *
     * @throws IllegalStateException if two experiments have the same id
     */
    public static Catalogue load() {
        List<Executable<?>> found = new ArrayList<>();
        for (Harness<?> harness : ServiceLoader.load(Harness.class)) {
            found.add(harness.executable());
        }
        return new Catalogue(found);
    }

    private void add(Executable<?> experiment) {
        String id = experiment.plan().id();
        if (experiments.putIfAbsent(id, experiment) != null) {
            throw new IllegalStateException(
                    "two experiments on the class path are called '" + id + "'; give one another id");
        }
    }

    /** Every experiment, by the number of its question, then by id. */
    public Collection<Executable<?>> all() {
        return List.copyOf(experiments.values());
    }

    /**
     * The experiment of this id.
     *
     * @throws IllegalArgumentException if there is none; the message suggests one
     */
    public Executable<?> get(String id) {
        Executable<?> experiment = experiments.get(id);
        if (experiment == null) {
            throw new IllegalArgumentException(
                    "there is no experiment '" + id + "'." + Suggestion.of(id, experiments.keySet()));
        }
        return experiment;
    }
}
