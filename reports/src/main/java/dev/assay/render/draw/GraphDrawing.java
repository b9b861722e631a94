package dev.assay.render.draw;

import static dev.assay.render.draw.Panel.number;
import static dev.assay.render.draw.Panel.percent;

import dev.assay.chart.Graph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws nodes and the arrows between them; marked arrows are strong and coloured. */
final class GraphDrawing {
    private static final int HEIGHT = 300;

    /** The width at which arrow heads are as long as they are meant to be. */
    private static final double WIDTH = 340;

    /** How far an arrow stays away from the middle of a node, and how long its head is, in CSS pixels. */
    private static final double GAP = 20;

    private static final double HEAD = 11;

    private GraphDrawing() {}

    static Drawing drawing(Graph graph, String alt, String caption) {
        if (graph.nodes().isEmpty()) {
            return new Drawing.Nothing("Nothing to draw: the graph has no nodes.", caption);
        }
        Map<String, double[]> places = new HashMap<>();
        List<Panel.Label> labels = new ArrayList<>();
        for (Graph.Node node : graph.nodes()) {
            double[] place = {WIDTH * (0.08 + 0.84 * node.x()), HEIGHT * (0.92 - 0.84 * node.y())};
            places.put(node.name(), place);
            labels.add(new Panel.Label(percent(100 * place[0] / WIDTH), number(place[1] + 4), node.name(), "node mid"));
        }
        List<Panel.Path> paths = new ArrayList<>();
        for (boolean marked : new boolean[] {false, true}) {
            for (Graph.Edge edge : graph.edges()) {
                double[] from = places.get(edge.from());
                double[] to = places.get(edge.to());
                if (edge.marked() == marked && from != null && to != null) {
                    arrow(from, to, marked ? " marked" : "", paths);
                }
            }
        }
        Panel panel = new Panel("", HEIGHT, List.of(), List.of(), paths, List.of(), labels);
        return new Drawing.Chart(alt, caption, List.of(panel), List.of());
    }

    private static void arrow(double[] from, double[] to, String style, List<Panel.Path> paths) {
        double length = Math.hypot(to[0] - from[0], to[1] - from[1]);
        if (length < 2.5 * GAP) {
            return;
        }
        double x = (to[0] - from[0]) / length;
        double y = (to[1] - from[1]) / length;
        double[] tip = {to[0] - GAP * x, to[1] - GAP * y};
        double[] neck = {tip[0] - HEAD * x, tip[1] - HEAD * y};
        paths.add(new Panel.Path(
                "M" + point(from[0] + GAP * x, from[1] + GAP * y) + "L" + point(neck[0], neck[1]), "edge" + style));
        double half = HEAD / 3;
        paths.add(new Panel.Path(
                "M" + point(tip[0], tip[1]) + "L" + point(neck[0] - half * y, neck[1] + half * x) + "L"
                        + point(neck[0] + half * y, neck[1] - half * x) + "Z",
                "head" + style));
    }

    private static String point(double x, double y) {
        return number(x / WIDTH * Panel.ACROSS) + " " + number(y);
    }
}
