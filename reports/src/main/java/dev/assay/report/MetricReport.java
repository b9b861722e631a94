package dev.assay.report;

import dev.assay.Better;
import dev.assay.plan.ClaimPlan;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Plan;
import java.util.stream.DoubleStream;

/**
 * What a reader of the numbers has to know of a metric.
 *
 * @param name the name
 * @param better which direction is the good one
 * @param unit the unit, or empty
 * @param timing whether the value is a time or made from one
 * @param margin the smallest difference in the metric's unit that a claim on it calls one: the least {@code within} or
 *     size of {@code by}; 0 where no claim sets any. Ratios, slopes and bounds are not differences in that unit.
 */
public record MetricReport(String name, Better better, String unit, boolean timing, double margin) {
    static MetricReport of(Plan plan, MetricPlan metric) {
        double margin = plan.claims().stream()
                .filter(claim -> claim.on().equals(metric.name()) && claim.along() == null)
                .flatMapToDouble(MetricReport::margin)
                .filter(size -> size > 0)
                .min()
                .orElse(0);
        return new MetricReport(metric.name(), metric.better(), metric.unit(), metric.timing(), margin);
    }

    private static DoubleStream margin(ClaimPlan claim) {
        Double margin = claim.within() != null ? claim.within() : claim.by();
        return margin == null ? DoubleStream.empty() : DoubleStream.of(Math.abs(margin));
    }
}
