package dev.assay.render.draw;

import static dev.assay.render.draw.Panel.number;
import static dev.assay.render.draw.Panel.percent;

import dev.assay.Better;
import dev.assay.estimate.Estimate;
import dev.assay.estimate.Observations;
import dev.assay.judge.Names;
import dev.assay.judge.Phrases;
import dev.assay.plan.Cell;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** For each metric a chart with a row a cell: every seed's value as a dot, mean and interval over them. */
final class SeedCharts {
    private static final int ROW = 36;
    private static final int FOOT = 24;
    private static final int ABOUT = 4;

    /** From this ratio of the largest to the smallest value on, a linear axis would hide the small ones. */
    private static final double LOGARITHMIC_FROM = 50;

    private final Observations observations;
    private final MetricPlan metric;
    private final Series series;
    private final List<Cell> cells;
    private final List<Estimate> estimates;

    SeedCharts(Observations observations, MetricPlan metric, Series series) {
        this.observations = observations;
        this.metric = metric;
        this.series = series;
        this.cells = observations.cells().stream()
                .filter(cell -> metric.variants().contains(cell.variant()))
                .toList();
        this.estimates =
                cells.stream().map(cell -> observations.estimate(cell, metric)).toList();
    }

    Drawing drawing() {
        String caption = Names.metric(metric);
        if (estimates.stream().allMatch(estimate -> estimate.moments().n() == 0)) {
            return new Drawing.Nothing("Nothing to draw: there is no finite value.", caption);
        }
        String better = switch (metric.better()) {
            case LOWER -> ", lower is better";
            case HIGHER -> ", higher is better";
            case NEITHER -> "";
        };
        String unit = metric.unit().isEmpty() ? "" : " in " + metric.unit();
        return new Drawing.Chart(
                alt(),
                Names.sentence(caption) + unit + " at every seed" + (isLogarithmic() ? ", on a logarithmic axis" : "")
                        + better,
                List.of(panel()),
                List.of());
    }

    private Panel panel() {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            all.addAll(observations.values(cells.get(i), metric).values());
            if (estimates.get(i).interval().isDefined()) {
                all.add(estimates.get(i).interval().low());
                all.add(estimates.get(i).interval().high());
            }
        }
        Extent extent = Extent.of(all, isLogarithmic());
        int height = ROW * cells.size() + FOOT;
        List<Panel.Rule> rules = new ArrayList<>();
        List<Panel.Dot> dots = new ArrayList<>();
        List<Panel.Label> labels = new ArrayList<>();
        for (double tick : extent.ticks(ABOUT)) {
            String x = across(extent, tick);
            rules.add(new Panel.Rule(x, "4", x, number(height - FOOT + 4), "grid"));
            String side = extent.share(tick) > 0.9 ? " end" : extent.share(tick) < 0.08 ? "" : " mid";
            labels.add(new Panel.Label(x, number(height - FOOT + 18), extent.label(tick, ABOUT), "tick" + side));
        }
        for (int row = 0; row < cells.size(); row++) {
            row(row, extent, rules, dots, labels);
        }
        return new Panel("", height, List.of(), rules, List.of(), dots, labels);
    }

    private void row(int row, Extent extent, List<Panel.Rule> rules, List<Panel.Dot> dots, List<Panel.Label> labels) {
        Cell cell = cells.get(row);
        Estimate estimate = estimates.get(row);
        double middle = ROW * row + 25;
        String style = series.style(cell);
        labels.add(new Panel.Label("0%", number(middle - 11), cell.toString(), "row"));
        if (estimate.moments().n() == 0) {
            return;
        }
        String half = estimate.interval().isDefined()
                ? " ± " + Phrases.number(estimate.interval().halfWidth())
                : "";
        labels.add(new Panel.Label(
                "100%", number(middle - 11), Phrases.number(estimate.moments().mean()) + half, "value end"));
        observations.values(cell, metric).forEach((seed, value) -> {
            if (extent.takes(value)) {
                // The golden ratio keeps neighbours apart.
                double y = middle + 9 * (seed * 0.618034 % 1 - 0.5);
                dots.add(new Panel.Dot(across(extent, value), number(y), "2.6", "seed " + style));
            }
        });
        if (estimate.interval().isDefined() && extent.takes(estimate.interval().low())) {
            rules.add(new Panel.Rule(
                    across(extent, estimate.interval().low()),
                    number(middle),
                    across(extent, estimate.interval().high()),
                    number(middle),
                    "interval " + style));
        }
        dots.add(new Panel.Dot(across(extent, estimate.moments().mean()), number(middle), "5", "mean " + style));
    }

    private static String across(Extent extent, double value) {
        return percent(2 + 96 * extent.share(value));
    }

    private boolean isLogarithmic() {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (Estimate estimate : estimates) {
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

    /** Says where the best, the baseline's and the worst mean lie. */
    private String alt() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (estimates.get(i).moments().n() > 0) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingDouble(i -> estimates.get(i).moments().mean()));
        boolean higher = metric.better() == Better.HIGHER;
        int first = order.get(higher ? order.size() - 1 : 0);
        int last = order.get(higher ? 0 : order.size() - 1);
        StringBuilder text = new StringBuilder(Names.metric(metric) + " at every seed. ");
        if (order.size() == 1) {
            return text.append("Mean: ").append(words(first)).append('.').toString();
        }
        boolean direction = metric.better() != Better.NEITHER;
        text.append(direction ? "Best mean: " : "Lowest mean: ").append(words(first));
        text.append(direction ? "; worst: " : "; highest: ").append(words(last));
        for (int i : order) {
            if (i != first
                    && i != last
                    && observations.plan().variant(cells.get(i).variant()).role() == Role.BASELINE) {
                text.append("; baseline: ").append(words(i));
                break;
            }
        }
        return text.append('.').toString();
    }

    private String words(int i) {
        Estimate estimate = estimates.get(i);
        return cells.get(i) + " " + Phrases.number(estimate.moments().mean())
                + (metric.unit().isEmpty() ? "" : " " + metric.unit())
                + (estimate.interval().isDefined()
                        ? " (95 % interval "
                                + Phrases.number(estimate.interval().low()) + "…"
                                + Phrases.number(estimate.interval().high()) + ")"
                        : "");
    }
}
