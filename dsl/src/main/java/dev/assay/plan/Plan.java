package dev.assay.plan;

import java.util.List;
import java.util.Optional;

/**
 * What an experiment is going to compare and what it stakes, before anything is run.
 *
 * <p>A plan may be wrong: {@link PlanRules#check} says how. Only a plan without problems is run.
 *
 * @param id the name on the command line and of the report's page, file-safe
 * @param question the number of the guide's question, or 0 for none
 * @param title the technique's name, as a heading
 * @param asks the question that the experiment answers, as a sentence
 * @param prose what the author says about it, in Markdown; may be empty
 * @param source the name of the class that declares it, or empty
 * @param seeds how many paired seeds a trial of each effort gets
 * @param factors the conditions swept for every variant
 * @param variants the ways compared
 * @param metrics what they are compared on
 * @param figures what is drawn from outcomes
 * @param plots what is drawn from records
 * @param claims what is staked
 * @param resamplings where the seeds are splits of one table
 */
public record Plan(
        String id,
        int question,
        String title,
        String asks,
        String prose,
        String source,
        Seeds seeds,
        List<Factor> factors,
        List<VariantPlan> variants,
        List<MetricPlan> metrics,
        List<FigurePlan> figures,
        List<PlotPlan> plots,
        List<ClaimPlan> claims,
        List<ResamplingPlan> resamplings) {
    public Plan {
        factors = List.copyOf(factors);
        variants = List.copyOf(variants);
        metrics = List.copyOf(metrics);
        figures = List.copyOf(figures);
        plots = List.copyOf(plots);
        claims = List.copyOf(claims);
        resamplings = List.copyOf(resamplings);
    }

    /** A plan whose seeds are independent everywhere. */
    public Plan(
            String id,
            int question,
            String title,
            String asks,
            String prose,
            String source,
            Seeds seeds,
            List<Factor> factors,
            List<VariantPlan> variants,
            List<MetricPlan> metrics,
            List<FigurePlan> figures,
            List<PlotPlan> plots,
            List<ClaimPlan> claims) {
        this(
                id, question, title, asks, prose, source, seeds, factors, variants, metrics, figures, plots, claims,
                List.of());
    }

    /** The factor of this name. */
    public Optional<Factor> findFactor(String name) {
        return factors.stream().filter(factor -> factor.name().equals(name)).findFirst();
    }

    /** The variant of this name. */
    public Optional<VariantPlan> findVariant(String name) {
        return variants.stream().filter(variant -> variant.name().equals(name)).findFirst();
    }

    /** The metric of this name. */
    public Optional<MetricPlan> findMetric(String name) {
        return metrics.stream().filter(metric -> metric.name().equals(name)).findFirst();
    }

    /**
     * The variant of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public VariantPlan variant(String name) {
        return findVariant(name).orElseThrow(() -> new IllegalArgumentException(id + " has no variant '" + name + "'"));
    }

    /**
     * The metric of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public MetricPlan metric(String name) {
        return findMetric(name).orElseThrow(() -> new IllegalArgumentException(id + " has no metric '" + name + "'"));
    }

    /** The variant that the others are compared with. */
    public VariantPlan baseline() {
        return variants.stream()
                .filter(variant -> variant.role() == Role.BASELINE)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(id + " has no baseline"));
    }
}
