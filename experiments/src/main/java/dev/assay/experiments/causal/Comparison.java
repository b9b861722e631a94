package dev.assay.experiments.causal;

import java.util.List;
import java.util.Set;

/**
 * An association that a method takes for an effect.
 *
 * @param from what varies
 * @param to what is seen to vary with it
 * @param given what is held fixed
 */
public record Comparison(String from, String to, Set<String> given) {
    public Comparison {
        given = Set.copyOf(given);
    }

    /** The open paths that carry no effect: each is a bias. */
    List<Path> biases(Dag graph) {
        return graph.paths(from, to).stream()
                .filter(path -> path.open(given) && !path.directed())
                .toList();
    }
}
