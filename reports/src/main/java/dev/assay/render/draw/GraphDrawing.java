package dev.assay.render.draw;

import dev.assay.chart.Graph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws nodes and the arrows between them. */
final class GraphDrawing {
    /** How far an arrow stays away from the middle of a node, where the plane is 1 wide. */
    private static final double GAP = 0.05;

    private GraphDrawing() {}

    static Spec spec(Graph graph, int width, int height) {
        Spec spec = new Spec(width, height);
        Map<String, Graph.Node> nodes = new HashMap<>();
        graph.nodes().forEach(node -> nodes.put(node.name(), node));
        for (boolean marked : new boolean[] {false, true}) {
            List<List<Double>> ends =
                    List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (Graph.Edge edge : graph.edges()) {
                Graph.Node from = nodes.get(edge.from());
                Graph.Node to = nodes.get(edge.to());
                if (edge.marked() != marked || from == null || to == null) {
                    continue;
                }
                double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
                double gap = length > 3 * GAP ? GAP / length : 0;
                ends.get(0).add(from.x() + gap * (to.x() - from.x()));
                ends.get(1).add(from.y() + gap * (to.y() - from.y()));
                ends.get(2).add(to.x() - gap * (to.x() - from.x()));
                ends.get(3).add(to.y() - gap * (to.y() - from.y()));
            }
            if (!ends.get(0).isEmpty()) {
                spec.layer(
                        "segment",
                        Spec.map("x", ends.get(0), "y", ends.get(1), "xend", ends.get(2), "yend", ends.get(3)),
                        Spec.map("x", "x", "y", "y", "xend", "xend", "yend", "yend"),
                        "color",
                        marked ? Palette.series(1) : Palette.BASELINE,
                        "size",
                        marked ? 1.3 : 0.7,
                        "arrow",
                        Spec.map("name", "arrow", "angle", 25, "length", 8, "ends", "last", "type", "closed"));
            }
        }
        if (!graph.nodes().isEmpty()) {
            spec.layer(
                    "text",
                    Spec.map(
                            "x", graph.nodes().stream().map(Graph.Node::x).toList(),
                            "y", graph.nodes().stream().map(Graph.Node::y).toList(),
                            "name",
                                    graph.nodes().stream()
                                            .map(node -> Spec.text(node.name()))
                                            .toList()),
                    Spec.map("x", "x", "y", "y", "label", "name"),
                    "color",
                    Palette.TEXT,
                    "size",
                    6.5);
        }
        Map<String, Object> blank = Spec.map("name", "", "breaks", List.of(), "limits", List.of(-0.08, 1.08));
        for (String aesthetic : List.of("x", "y")) {
            Map<String, Object> scale = Spec.map("aesthetic", aesthetic);
            scale.putAll(blank);
            spec.scale(scale);
        }
        return spec;
    }
}
