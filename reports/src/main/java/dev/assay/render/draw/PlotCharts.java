package dev.assay.render.draw;

import dev.assay.chart.Axis;
import dev.assay.estimate.Estimate;
import dev.assay.estimate.Observations;
import dev.assay.judge.Phrases;
import dev.assay.plan.Cell;
import dev.assay.plan.Factor;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Plan;
import dev.assay.plan.PlotPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A metric against a factor or a family's levels: a line a series through the means, with the intervals as a band. */
final class PlotCharts {
    private final Observations observations;
    private final MetricPlan metric;
    private final Factor factor;
    private final boolean log;
    private final Series series;
    private final String family;

    PlotCharts(Observations observations, PlotPlan plot, MetricPlan metric, Series series) {
        Plan plan = observations.plan();
        int dot = plot.against().indexOf('.');
        this.observations = observations;
        this.metric = metric;
        this.series = series;
        this.family = dot < 0 ? "" : plot.against().substring(0, dot);
        String name = plot.against().substring(dot + 1);
        List<Factor> factors = dot < 0 ? plan.factors() : plan.variant(family).family();
        this.factor = factors.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        plan.id() + " plots against '" + plot.against() + "', which it does not have"));
        this.log = plot.log();
    }

    Spec spec() {
        Map<List<String>, List<Cell>> lines = lines();
        Set<String> panels = new LinkedHashSet<>();
        lines.keySet().forEach(key -> panels.add(key.get(1)));
        int columns = Math.min(2, Math.max(1, panels.size()));
        Spec spec = new Spec(520, 130 + 210 * ((panels.size() + columns - 1) / columns));
        if (factor.type().isNumeric()) {
            spec.axis("x", new Axis(factor.name() + (log ? " (logarithmic)" : ""), log));
        } else {
            spec.names("x", factor.name(), factor.levels());
        }
        spec.axis("y", Axis.of(metric.name() + (metric.unit().isEmpty() ? "" : ", " + metric.unit())));
        if (panels.size() > 1) {
            spec.with(
                    "facet",
                    Spec.map("name", "wrap", "facets", List.of("setting"), "ncol", columns, "order", List.of(0)));
        }
        lines.forEach((key, cells) -> add(spec, key.get(0), key.get(1), cells));
        return spec;
    }

    /** The cells of each line in the order of the levels, by series and panel; a cell without the level spans them all. */
    private Map<List<String>, List<Cell>> lines() {
        Map<List<String>, List<Cell>> lines = new LinkedHashMap<>();
        for (Cell cell : observations.cells()) {
            if (metric.variants().contains(cell.variant())) {
                Cell rest = without(cell);
                lines.computeIfAbsent(List.of(series.name(rest), series.setting(rest)), key -> new ArrayList<>())
                        .add(cell);
            }
        }
        return lines;
    }

    private boolean varies(Cell cell) {
        return cell.levels().containsKey(factor.name()) && (family.isEmpty() || family.equals(cell.variant()));
    }

    private Cell without(Cell cell) {
        Map<String, String> levels = new LinkedHashMap<>(cell.levels());
        if (varies(cell)) {
            levels.remove(factor.name());
        }
        return new Cell(cell.variant(), levels);
    }

    private void add(Spec spec, String name, String panel, List<Cell> cells) {
        List<Object> x = new ArrayList<>();
        List<Object> y = new ArrayList<>();
        List<Object> low = new ArrayList<>();
        List<Object> high = new ArrayList<>();
        for (String level : factor.levels()) {
            for (Cell cell : cells) {
                Estimate estimate = observations.estimate(cell, metric);
                if ((!varies(cell) || level.equals(cell.levels().get(factor.name())))
                        && estimate.moments().n() > 0) {
                    double mean = estimate.moments().mean();
                    x.add(
                            factor.type().isNumeric()
                                    ? factor.number(level)
                                    : (double) factor.levels().indexOf(level));
                    y.add(mean);
                    low.add(
                            estimate.interval().isDefined()
                                    ? estimate.interval().low()
                                    : mean);
                    high.add(
                            estimate.interval().isDefined()
                                    ? estimate.interval().high()
                                    : mean);
                }
            }
        }
        if (x.isEmpty()) {
            return;
        }
        String colour = series.colour(cells.get(0));
        spec.colour(name, colour);
        Map<String, Object> data = Spec.map(
                "x",
                x,
                "y",
                y,
                "low",
                low,
                "high",
                high,
                "name",
                CurveCharts.repeated(Spec.text(name), x.size()),
                "setting",
                CurveCharts.repeated(Spec.text(panel), x.size()));
        spec.layer(
                "ribbon",
                data,
                Spec.map("x", "x", "ymin", "low", "ymax", "high", "fill", "name"),
                "alpha",
                0.18,
                "size",
                0);
        spec.layer("line", data, Spec.map("x", "x", "y", "y", "color", "name"), "size", 1);
        spec.layer("point", data, Spec.map("x", "x", "y", "y", "color", "name"), "size", 3.2);
    }

    String alt() {
        return metric.name() + " against " + factor.name() + ", means: "
                + lines().entrySet().stream()
                        .limit(8)
                        .map(line ->
                                line.getKey().stream()
                                                .filter(part -> !part.isEmpty())
                                                .collect(Collectors.joining(", ")) + ": "
                                        + line.getValue().stream()
                                                .map(cell -> Phrases.number(observations
                                                        .estimate(cell, metric)
                                                        .moments()
                                                        .mean()))
                                                .collect(Collectors.joining(", ")))
                        .collect(Collectors.joining("; "))
                + ".";
    }
}
