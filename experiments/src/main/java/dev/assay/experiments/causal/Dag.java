package dev.assay.experiments.causal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jgrapht.Graphs;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedAcyclicGraph;
import org.jgrapht.graph.SimpleGraph;

/** A directed acyclic graph of causes; immutable. */
public final class Dag {
    private final List<Arrow> arrows;
    private final DirectedAcyclicGraph<String, DefaultEdge> graph = new DirectedAcyclicGraph<>(DefaultEdge.class);

    private Dag(Set<String> variables, List<Arrow> arrows) {
        this.arrows = List.copyOf(arrows);
        variables.forEach(graph::addVertex);
        for (Arrow arrow : arrows) {
            if (!variables.contains(arrow.from()) || !variables.contains(arrow.to())) {
                throw new IllegalArgumentException(
                        arrow + " leaves the variables " + variables + "; name both ends among them");
            }
            try {
                graph.addEdge(arrow.from(), arrow.to());
            } catch (IllegalArgumentException cycle) {
                throw new IllegalArgumentException(
                        arrow + " closes a cycle; nothing is its own cause, so leave an arrow out", cycle);
            }
        }
    }

    /**
     * A graph.
     *
     * @param variables all variables, those without arrows too
     * @throws IllegalArgumentException if an arrow leaves the variables or closes a cycle
     */
    public static Dag of(List<String> variables, List<Arrow> arrows) {
        return new Dag(new LinkedHashSet<>(variables), arrows);
    }

    /** The variables, in the order given. */
    public Set<String> variables() {
        return new LinkedHashSet<>(graph.vertexSet());
    }

    /** The arrows, in the order given. */
    public List<Arrow> arrows() {
        return arrows;
    }

    /** Whether there is an arrow from one variable to another. */
    public boolean hasArrow(String from, String to) {
        return graph.containsEdge(from, to);
    }

    /** The variable's effects, direct and indirect, and the variable itself. */
    public Set<String> descendants(String variable) {
        Set<String> descendants = new HashSet<>(graph.getDescendants(variable));
        descendants.add(variable);
        return descendants;
    }

    /** The same variables without the arrows that leave some of them. */
    public Dag withoutArrowsFrom(Set<String> some) {
        return new Dag(
                variables(),
                arrows.stream().filter(arrow -> !some.contains(arrow.from())).toList());
    }

    /**
     * Whether two sets of variables are d-separated, so that they are independent, given a third, in every distribution that
     * follows the graph: whether the third separates them in the moral graph of everybody's ancestors (Lauritzen, Dawid, Larsen
     * and Leimer 1990).
     *
     * @throws IllegalArgumentException if the sets share a variable
     */
    public boolean separated(Set<String> some, Set<String> others, Set<String> given) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        all.addAll(given);
        if (all.size() < some.size() + others.size() + given.size()) {
            throw new IllegalArgumentException(
                    "separation is of disjoint sets, not of " + some + " and " + others + " given " + given);
        }
        SimpleGraph<String, DefaultEdge> moral = moralGraphOfAncestors(all);
        moral.removeAllVertices(given);
        ConnectivityInspector<String, DefaultEdge> connected = new ConnectivityInspector<>(moral);
        return some.stream().noneMatch(a -> others.stream().anyMatch(b -> connected.pathExists(a, b)));
    }

    private SimpleGraph<String, DefaultEdge> moralGraphOfAncestors(Set<String> of) {
        Set<String> kept = new HashSet<>(of);
        of.forEach(variable -> kept.addAll(graph.getAncestors(variable)));
        SimpleGraph<String, DefaultEdge> moral = new SimpleGraph<>(DefaultEdge.class);
        kept.forEach(moral::addVertex);
        for (String child : kept) {
            List<String> parents = Graphs.predecessorListOf(graph, child);
            for (int i = 0; i < parents.size(); i++) {
                moral.addEdge(parents.get(i), child);
                for (int j = 0; j < i; j++) {
                    moral.addEdge(parents.get(j), parents.get(i));
                }
            }
        }
        return moral;
    }

    /** All paths between two variables, along arrows or against them, that visit none twice. */
    public List<Path> paths(String from, String to) {
        List<Path> found = new ArrayList<>();
        Deque<List<String>> unfinished = new ArrayDeque<>(List.of(List.of(from)));
        while (!unfinished.isEmpty()) {
            List<String> walked = unfinished.pop();
            String last = walked.get(walked.size() - 1);
            if (last.equals(to)) {
                found.add(new Path(this, walked));
                continue;
            }
            for (String next : Graphs.neighborListOf(graph, last)) {
                if (!walked.contains(next)) {
                    List<String> longer = new ArrayList<>(walked);
                    longer.add(next);
                    unfinished.push(longer);
                }
            }
        }
        return found;
    }
}
