package dev.assay.render.draw;

import dev.assay.chart.Axis;
import dev.assay.estimate.Estimate;
import dev.assay.estimate.Observations;
import dev.assay.judge.Phrases;
import dev.assay.plan.Cell;
import dev.assay.plan.MetricPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** For each metric a chart with a row a cell: every seed's value as a dot, mean and interval over them. */
final class SeedCharts {
    private static final int WIDTH = 520;

    /** From this ratio of the largest to the smallest value on, a linear axis would hide the small ones. */
    private static final double LOGARITHMIC_FROM = 50;

    private SeedCharts() {}

    static Spec spec(Observations observations, MetricPlan metric, Series series) {
        List<Cell> cells = cells(observations, metric);
        boolean logarithmic = isLogarithmic(observations, cells, metric);
        String unit = metric.unit().isEmpty() ? "" : ", " + metric.unit();
        List<String> labels = cells.stream()
                .map(cell -> series.setting(cell).isEmpty()
                        ? series.name(cell)
                        : series.name(cell) + "\n" + series.setting(cell))
                .toList();
        boolean twoLines = labels.stream().anyMatch(label -> label.contains("\n"));
        Spec spec = new Spec(WIDTH, 90 + (twoLines ? 36 : 26) * cells.size())
                .axis("x", new Axis(metric.name() + unit + (logarithmic ? " (logarithmic)" : ""), logarithmic))
                .names("y", "", labels)
                .with("coord", Spec.map("name", "cartesian", "ylim", List.of(-0.6, cells.size() - 0.4)));
        for (int row = 0; row < cells.size(); row++) {
            add(spec, observations, metric, cells.get(row), row, series.colour(cells.get(row)));
        }
        return spec;
    }

    private static void add(
            Spec spec, Observations observations, MetricPlan metric, Cell cell, double row, String colour) {
        List<Object> x = new ArrayList<>();
        List<Object> y = new ArrayList<>();
        observations.values(cell, metric).forEach((seed, value) -> {
            if (Double.isFinite(value)) {
                x.add(value);
                y.add(row + 0.5 * (seed * 0.618034 % 1 - 0.5)); // the golden ratio keeps neighbours apart
            }
        });
        if (x.isEmpty()) {
            return;
        }
        Estimate estimate = observations.estimate(cell, metric);
        spec.layer(
                "point",
                Spec.map("x", x, "y", y),
                Spec.map("x", "x", "y", "y"),
                "color",
                colour,
                "alpha",
                0.4,
                "size",
                2.2);
        if (estimate.interval().isDefined()) {
            spec.layer(
                    "segment",
                    Spec.map(
                            "x",
                            List.of(estimate.interval().low()),
                            "y",
                            List.of(row),
                            "xend",
                            List.of(estimate.interval().high()),
                            "yend",
                            List.of(row)),
                    Spec.map("x", "x", "y", "y", "xend", "xend", "yend", "yend"),
                    "color",
                    colour,
                    "size",
                    1.4);
        }
        spec.layer(
                "point",
                Spec.map("x", List.of(estimate.moments().mean()), "y", List.of(row)),
                Spec.map("x", "x", "y", "y"),
                "color",
                colour,
                "size",
                4.5,
                "shape",
                16);
    }

    /** Cells from the bottom row to the top one. */
    private static List<Cell> cells(Observations observations, MetricPlan metric) {
        List<Cell> cells = new ArrayList<>();
        for (Cell cell : observations.cells()) {
            if (metric.variants().contains(cell.variant())) {
                cells.add(0, cell);
            }
        }
        return cells;
    }

    private static boolean isLogarithmic(Observations observations, List<Cell> cells, MetricPlan metric) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (Cell cell : cells) {
            Estimate estimate = observations.estimate(cell, metric);
            if (estimate.interval().isDefined() && !(estimate.interval().low() > 0)) {
                return false; // an interval that reaches 0 has no place on such an axis
            }
            if (estimate.moments().n() > 0) {
                low = Math.min(low, estimate.moments().min());
                high = Math.max(high, estimate.moments().max());
            }
        }
        return low > 0 && high / low > LOGARITHMIC_FROM;
    }

    static String alt(Observations observations, MetricPlan metric) {
        List<Cell> cells = cells(observations, metric);
        String unit = metric.unit().isEmpty() ? "" : " " + metric.unit();
        return metric.name() + " at every seed, with means: "
                + cells.stream()
                        .limit(12)
                        .map(cell -> cell + " "
                                + Phrases.number(observations
                                        .estimate(cell, metric)
                                        .moments()
                                        .mean()) + unit)
                        .collect(Collectors.joining("; "))
                + (cells.size() > 12 ? "; and " + (cells.size() - 12) + " more in the table." : ".");
    }
}
