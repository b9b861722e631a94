package dev.assay.run;

import dev.assay.Better;
import dev.assay.plan.Factor;
import dev.assay.plan.FigurePlan;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Plan;
import dev.assay.plan.Role;
import dev.assay.plan.VariantPlan;
import java.util.List;

/**
 * What of a plan its trials depend on. Prose, claims, plots and the number of seeds may change without a trial being run
 * again: they are about the trials, not in them.
 *
 * @param factors the factors
 * @param variants the variants, without prose and role
 * @param metrics the metrics, without prose, direction and unit
 * @param figures the figures, without prose
 */
record TrialBasis(
        List<Factor> factors, List<VariantPlan> variants, List<MetricPlan> metrics, List<FigurePlan> figures) {
    static TrialBasis of(Plan plan) {
        return new TrialBasis(
                plan.factors(),
                plan.variants().stream()
                        .map(variant -> new VariantPlan(
                                variant.name(),
                                "",
                                Role.CONTENDER,
                                variant.when(),
                                variant.ignores(),
                                variant.family()))
                        .toList(),
                plan.metrics().stream()
                        .map(metric -> new MetricPlan(
                                metric.name(), "", Better.NEITHER, "", metric.timing(), null, metric.variants()))
                        .toList(),
                plan.figures().stream()
                        .map(figure -> new FigurePlan(figure.title(), "", figure.when(), figure.variants()))
                        .toList());
    }

    /** What differs in another plan's basis, in a few words; empty if nothing does. */
    String difference(TrialBasis other) {
        if (!factors.equals(other.factors)) {
            return "other factors";
        }
        if (!variants.equals(other.variants)) {
            return "other variants";
        }
        if (!metrics.equals(other.metrics)) {
            return "other metrics";
        }
        return figures.equals(other.figures) ? "" : "other figures";
    }
}
