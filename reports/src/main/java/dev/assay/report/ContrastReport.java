package dev.assay.report;

import dev.assay.Over;
import dev.assay.estimate.Contrast;
import dev.assay.estimate.Observations;
import dev.assay.estimate.Pairs;
import dev.assay.plan.Cell;
import dev.assay.plan.ClaimPlan;
import dev.assay.plan.Comparison;
import dev.assay.plan.Comparisons;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Plan;
import dev.assay.plan.Role;
import dev.assay.plan.VariantPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * A contender against the baseline. Nothing was staked on it, so its p-value is not corrected and yields no verdict.
 *
 * @param metric the metric's name
 * @param that the contender's cell
 * @param baseline the baseline's cell at the same factor levels
 * @param missing how many seeds lack a finite value on a side
 * @param contrast the paired difference, positive in the contender's favour where the metric has a direction; on a
 *     censored metric of the capped values
 */
public record ContrastReport(String metric, Cell that, Cell baseline, int missing, Contrast contrast) {
    static List<ContrastReport> all(Observations observations) {
        Plan plan = observations.plan();
        String baseline = plan.baseline().name();
        List<ContrastReport> contrasts = new ArrayList<>();
        for (MetricPlan metric : plan.metrics()) {
            for (VariantPlan variant : plan.variants()) {
                if (variant.role() == Role.CONTENDER
                        && metric.variants().contains(variant.name())
                        && metric.variants().contains(baseline)) {
                    for (Comparison comparison : Comparisons.of(plan, against(variant.name(), baseline, metric))) {
                        Pairs pairs = Pairs.of(observations, comparison, metric, null);
                        contrasts.add(new ContrastReport(
                                metric.name(),
                                comparison.that().get(0),
                                comparison.other().get(0),
                                pairs.missing(),
                                pairs.plain(0)));
                    }
                }
            }
        }
        return contrasts;
    }

    private static ClaimPlan against(String variant, String baseline, MetricPlan metric) {
        return new ClaimPlan(variant, baseline, null, metric.name(), "", null, null, null, null, null, null, Over.EACH);
    }
}
