package dev.assay.experiments.causal;

import dev.assay.chart.Graph;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws a model's graph with the open paths that carry no effect marked: (hidden), [held fixed]. */
public final class DagDrawing {
    private static final Map<String, double[]> PLACES = Map.of(
            "smoking", new double[] {0.15, 0.4},
            "cancer", new double[] {0.97, 0.4},
            "genetics", new double[] {0.56, 0.95},
            "genes", new double[] {0.56, 0.95},
            "tar", new double[] {0.56, 0.4},
            "tax", new double[] {0.0, 0.9},
            "hospital", new double[] {0.56, 0.0});

    private DagDrawing() {}

    /**
     * The drawing.
     *
     * @param comparisons what the method takes for effects
     */
    public static Graph of(StructuralModel model, List<Comparison> comparisons) {
        Dag dag = model.graph();
        Set<String> fixed = comparisons.stream()
                .flatMap(comparison -> comparison.given().stream())
                .collect(Collectors.toUnmodifiableSet());
        List<Path> biases = comparisons.stream()
                .flatMap(comparison -> comparison.biases(dag).stream())
                .toList();
        Graph graph = Graph.empty();
        for (String variable : dag.variables()) {
            double[] place = PLACES.get(variable);
            if (place == null) {
                throw new IllegalArgumentException("variable '" + variable
                        + "' has no place in the drawing; give it one beside " + PLACES.keySet());
            }
            graph = graph.node(label(model, variable, fixed), place[0], place[1]);
        }
        for (Arrow arrow : dag.arrows()) {
            graph = graph.edge(
                    label(model, arrow.from(), fixed),
                    label(model, arrow.to(), fixed),
                    biases.stream().anyMatch(path -> path.uses(arrow)));
        }
        return graph;
    }

    private static String label(StructuralModel model, String variable, Set<String> fixed) {
        if (fixed.contains(variable)) {
            return "[" + variable + "]";
        }
        return model.observed().contains(variable) ? variable : "(" + variable + ")";
    }
}
