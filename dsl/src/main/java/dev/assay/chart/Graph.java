package dev.assay.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Nodes at given places and arrows between them.
 *
 * @param nodes the nodes; names are unique
 * @param edges the arrows, each between two nodes that exist
 */
public record Graph(List<Node> nodes, List<Edge> edges) implements Chart {
    public Graph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        Set<String> names = new LinkedHashSet<>();
        for (Node node : nodes) {
            if (!names.add(node.name())) {
                throw new IllegalArgumentException(
                        "two nodes are called '" + node.name() + "'; give each a name of its own");
            }
        }
        for (Edge edge : edges) {
            if (!names.contains(edge.from()) || !names.contains(edge.to())) {
                throw new IllegalArgumentException("edge " + edge.from() + " → " + edge.to() + " leaves the nodes "
                        + names + "; add the node first");
            }
        }
    }

    /** A graph with nothing in it. */
    public static Graph empty() {
        return new Graph(List.of(), List.of());
    }

    /** The same with a node at (x, y), both from 0 to 1, y upwards. */
    public Graph node(String name, double x, double y) {
        List<Node> more = new ArrayList<>(nodes);
        more.add(new Node(name, x, y));
        return new Graph(more, edges);
    }

    /** The same with an arrow. */
    public Graph edge(String from, String to, boolean marked) {
        List<Edge> more = new ArrayList<>(edges);
        more.add(new Edge(from, to, marked));
        return new Graph(nodes, more);
    }

    /** A node at (x, y), both from 0 to 1, y upwards. */
    public record Node(String name, double x, double y) {
        public Node {
            if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
                throw new IllegalArgumentException(
                        "node '" + name + "' is at (" + x + ", " + y + "), but the drawing goes from (0, 0) to (1, 1)");
            }
        }
    }

    /** An arrow, drawn strongly when marked. */
    public record Edge(String from, String to, boolean marked) {}
}
