package dev.assay.render.html;

import dev.assay.judge.Names;
import dev.assay.plan.MetricPlan;

/**
 * The head of a metric's column.
 *
 * @param name the metric's name
 * @param arrow the direction that is better, as a sign; empty for neither
 * @param direction the same in words
 * @param unit the unit with a comma before it, or empty
 */
public record MetricHead(String name, String arrow, String direction, String unit) {
    static MetricHead of(MetricPlan metric) {
        String unit = metric.unit().isEmpty() ? "" : ", " + metric.unit();
        return switch (metric.better()) {
            case LOWER -> new MetricHead(Names.metric(metric), "↓", "lower is better", unit);
            case HIGHER -> new MetricHead(Names.metric(metric), "↑", "higher is better", unit);
            case NEITHER -> new MetricHead(Names.metric(metric), "", "describes", unit);
        };
    }
}
