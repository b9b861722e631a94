package dev.assay.experiments.causal;

import java.util.List;
import java.util.Set;

/**
 * A path in a graph, along arrows or against them.
 *
 * @param graph where it runs
 * @param nodes the variables that it visits, neighbours next to each other
 */
public record Path(Dag graph, List<String> nodes) {
    public Path {
        nodes = List.copyOf(nodes);
    }

    /** Whether every arrow points forward, so that the path carries an effect of its first variable. */
    public boolean directed() {
        for (int i = 0; i + 1 < nodes.size(); i++) {
            if (!graph.hasArrow(nodes.get(i), nodes.get(i + 1))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether association flows along it: a collider (→ v ←) lets it pass only if it or one of its effects is given, any other
     * variable only if it is not (Pearl 1988).
     */
    public boolean open(Set<String> given) {
        for (int i = 1; i + 1 < nodes.size(); i++) {
            String node = nodes.get(i);
            boolean collider = graph.hasArrow(nodes.get(i - 1), node) && graph.hasArrow(nodes.get(i + 1), node);
            boolean passes =
                    collider ? graph.descendants(node).stream().anyMatch(given::contains) : !given.contains(node);
            if (!passes) {
                return false;
            }
        }
        return true;
    }

    /** Whether the path runs along an arrow, in either direction. */
    public boolean uses(Arrow arrow) {
        for (int i = 0; i + 1 < nodes.size(); i++) {
            String one = nodes.get(i);
            String other = nodes.get(i + 1);
            if ((one.equals(arrow.from()) && other.equals(arrow.to()))
                    || (one.equals(arrow.to()) && other.equals(arrow.from()))) {
                return true;
            }
        }
        return false;
    }
}
