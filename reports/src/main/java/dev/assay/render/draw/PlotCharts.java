package dev.assay.render.draw;

import dev.assay.estimate.Estimate;
import dev.assay.estimate.Observations;
import dev.assay.judge.Names;
import dev.assay.judge.Phrases;
import dev.assay.plan.Cell;
import dev.assay.plan.Factor;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Plan;
import dev.assay.plan.PlotPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    Drawing drawing() {
        String caption = Names.metric(metric) + " against " + Names.spaced(factor.name());
        List<Cell> cells = cells();
        List<Double> ys = new ArrayList<>();
        for (Cell cell : cells) {
            Estimate estimate = observations.estimate(cell, metric);
            if (estimate.moments().n() > 0) {
                ys.add(low(estimate));
                ys.add(high(estimate));
            }
        }
        if (ys.isEmpty()) {
            return new Drawing.Nothing("Nothing to draw: there is no finite value.", caption);
        }
        List<Double> places = new ArrayList<>();
        for (String level : factor.levels()) {
            places.add(place(level));
        }
        Extent x = Extent.of(places, log && factor.type().isNumeric());
        Extent y = Extent.of(ys, false);
        Lines lines = new Lines(series);
        List<Panel> panels = new ArrayList<>();
        String unit = metric.unit().isEmpty() ? "" : ", " + metric.unit();
        series.panels(cells, family.isEmpty() ? factor.name() : "").forEach((title, members) -> {
            Frame frame = new Frame(x, y, Lines.HEIGHT)
                    .axes(
                            Names.spaced(factor.name()) + (x.logarithmic() ? " (logarithmic)" : ""),
                            Names.metric(metric) + unit,
                            places,
                            factor.levels());
            lines(members).values().forEach(line -> add(lines, frame, line));
            panels.add(frame.panel(title));
        });
        return new Drawing.Chart(alt(), caption, panels, lines.legend());
    }

    private List<Cell> cells() {
        return observations.cells().stream()
                .filter(cell -> metric.variants().contains(cell.variant()))
                .toList();
    }

    /** A level's number, or its place in the order of the levels. */
    private double place(String level) {
        return factor.type().isNumeric()
                ? factor.number(level)
                : factor.levels().indexOf(level);
    }

    /** The cells of each line in the order of the levels; a cell without the level spans them all. */
    private Map<Cell, List<Cell>> lines(List<Cell> cells) {
        Map<Cell, List<Cell>> lines = new LinkedHashMap<>();
        for (Cell cell : cells) {
            lines.computeIfAbsent(without(cell), key -> new ArrayList<>()).add(cell);
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

    private void add(Lines lines, Frame frame, List<Cell> cells) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<Double> low = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        for (String level : factor.levels()) {
            for (Cell cell : cells) {
                Estimate estimate = observations.estimate(cell, metric);
                if ((!varies(cell) || level.equals(cell.levels().get(factor.name())))
                        && estimate.moments().n() > 0) {
                    x.add(place(level));
                    y.add(estimate.moments().mean());
                    low.add(low(estimate));
                    high.add(high(estimate));
                }
            }
        }
        if (!x.isEmpty()) {
            lines.add(frame, cells.size() > 1 ? without(cells.get(0)) : cells.get(0), x, y, low, high);
        }
    }

    private static double low(Estimate estimate) {
        return estimate.interval().isDefined()
                ? estimate.interval().low()
                : estimate.moments().mean();
    }

    private static double high(Estimate estimate) {
        return estimate.interval().isDefined()
                ? estimate.interval().high()
                : estimate.moments().mean();
    }

    private String alt() {
        return Names.metric(metric) + " against " + Names.spaced(factor.name()) + ", means from "
                + factor.levels().get(0) + " to "
                + factor.levels().get(factor.levels().size() - 1) + ": "
                + lines(cells()).entrySet().stream()
                        .limit(8)
                        .map(line -> line.getKey() + " "
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
