package dev.assay.experiments.causal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a graph says about how to find the effect of one variable on another without intervening (Pearl 2009, chapter 3).
 *
 * @param graph the graph, with what nobody can measure
 * @param treatment the cause
 * @param outcome what it may affect
 * @param observed the variables that can be measured, treatment and outcome among them
 */
public record Identification(Dag graph, String treatment, String outcome, Set<String> observed) {
    public Identification {
        observed = Set.copyOf(observed);
    }

    /**
     * The smallest set that satisfies the back-door criterion: no effects of the treatment, and together they block every path
     * that enters the treatment by an arrow. Of equals the first in the graph's order; none if no set of observed variables does.
     */
    public Optional<Set<String>> backDoor() {
        Set<String> effects = graph.descendants(treatment);
        Dag entering = graph.withoutArrowsFrom(Set.of(treatment));
        return subsets(others(effects))
                .filter(set -> entering.separated(Set.of(treatment), Set.of(outcome), set))
                .findFirst();
    }

    /**
     * The smallest set that satisfies the front-door criterion: it cuts every directed path to the outcome, nothing confounds it
     * with the treatment, and the treatment blocks what confounds it with the outcome.
     */
    public Optional<Set<String>> frontDoor() {
        return subsets(others(Set.of(treatment)))
                .filter(set -> !set.isEmpty() && isFrontDoor(set))
                .findFirst();
    }

    private boolean isFrontDoor(Set<String> set) {
        return graph.paths(treatment, outcome).stream()
                        .filter(Path::directed)
                        .allMatch(path -> path.nodes().stream().anyMatch(set::contains))
                && graph.withoutArrowsFrom(Set.of(treatment)).separated(Set.of(treatment), set, Set.of())
                && graph.withoutArrowsFrom(set).separated(set, Set.of(outcome), Set.of(treatment));
    }

    /** The first variable that moves the treatment, and the outcome by no other way. */
    public Optional<String> instrument() {
        Dag entering = graph.withoutArrowsFrom(Set.of(treatment));
        return others(graph.descendants(treatment)).stream()
                .filter(candidate -> entering.separated(Set.of(candidate), Set.of(outcome), Set.of()))
                .filter(candidate -> !graph.separated(Set.of(candidate), Set.of(treatment), Set.of()))
                .findFirst();
    }

    /** The observed variables but some, treatment and outcome, in the graph's order. */
    private List<String> others(Set<String> but) {
        return graph.variables().stream()
                .filter(observed::contains)
                .filter(variable -> !but.contains(variable) && !variable.equals(treatment) && !variable.equals(outcome))
                .toList();
    }

    private static Stream<Set<String>> subsets(List<String> of) {
        List<Set<String>> subsets = new ArrayList<>();
        for (int chosen = 0; chosen < 1 << of.size(); chosen++) {
            Set<String> subset = new LinkedHashSet<>();
            for (int i = 0; i < of.size(); i++) {
                if ((chosen >> i & 1) == 1) {
                    subset.add(of.get(i));
                }
            }
            subsets.add(subset);
        }
        subsets.sort(Comparator.comparingInt(Set::size)); // stable: of one size the first stays first
        return subsets.stream();
    }
}
