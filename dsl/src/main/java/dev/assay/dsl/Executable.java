package dev.assay.dsl;

import dev.assay.Trial;
import dev.assay.chart.Chart;
import dev.assay.plan.Cell;
import dev.assay.plan.Condition;
import dev.assay.plan.FigurePlan;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sound plan with the code behind its names.
 *
 * @param <O> what every variant returns
 */
public final class Executable<O> {
    private final Plan plan;
    private final Map<String, VariantSpec<O>> variants = new LinkedHashMap<>();
    private final Map<String, MetricSpec<O>> metrics = new LinkedHashMap<>();
    private final Map<String, FigureSpec<O>> figures = new LinkedHashMap<>();

    Executable(Plan plan, List<VariantSpec<O>> variants, List<MetricSpec<O>> metrics, List<FigureSpec<O>> figures) {
        this.plan = plan;
        variants.forEach(variant -> this.variants.put(variant.name(), variant));
        metrics.forEach(metric -> this.metrics.put(metric.name(), metric));
        figures.forEach(figure -> this.figures.put(figure.title(), figure));
    }

    /** What the experiment says about itself. */
    public Plan plan() {
        return plan;
    }

    /**
     * Runs a variant in a trial, which knows the levels.
     *
     * @throws IllegalArgumentException if the plan has no variant of this name
     */
    public O run(String variant, Trial trial) {
        return part(variants, "variant", variant).run(trial);
    }

    /**
     * Every metric that can be taken on what this variant returned, by name in the plan's order.
     *
     * @throws IllegalArgumentException if the plan has no variant of this name
     */
    public Map<String, Double> measure(String variant, O outcome) {
        part(variants, "variant", variant);
        Map<String, Double> values = new LinkedHashMap<>();
        for (MetricPlan metric : plan.metrics()) {
            if (metric.variants().contains(variant)) {
                values.put(metric.name(), part(metrics, "metric", metric.name()).of(outcome));
            }
        }
        return values;
    }

    /**
     * Every figure of this cell, by title in the plan's order.
     *
     * @throws IllegalArgumentException if the plan has no variant of the cell's name
     */
    public Map<String, Chart> draw(Cell cell, O outcome) {
        part(variants, "variant", cell.variant());
        Map<String, Chart> charts = new LinkedHashMap<>();
        for (FigurePlan figure : plan.figures()) {
            if (figure.variants().contains(cell.variant())
                    && Condition.parse(figure.when()).holds(plan.factors(), cell.levels())) {
                charts.put(
                        figure.title(), part(figures, "figure", figure.title()).of(outcome));
            }
        }
        return charts;
    }

    private <T> T part(Map<String, T> parts, String kind, String name) {
        T part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException(plan.id() + " has no " + kind + " '" + name + "'");
        }
        return part;
    }
}
