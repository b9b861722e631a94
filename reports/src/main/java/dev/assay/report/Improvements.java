package dev.assay.report;

import dev.assay.Better;
import dev.assay.estimate.Observations;
import dev.assay.estimate.Pairs;
import dev.assay.plan.ClaimPlan;
import dev.assay.plan.Comparison;
import dev.assay.plan.Comparisons;
import dev.assay.plan.MetricPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * How much better, seed by seed, an experiment's claims of {@code beats} came out, on a scale that experiments share.
 *
 * <p>Of two values a and b that are compared at a seed, the normalised improvement is their difference in the metric's good
 * direction over the larger of |a| and |b|, and 0 where both are 0. So .5 is a loss halved or a score doubled, −.5 the reverse; two
 * values of one sign stay within −1 and 1. The scale is only as fair as the metrics: 1 % of accuracy counts little beside a halved
 * calibration error. A seed's value is the mean over all comparisons of all claims of {@code beats}; times, slopes and exploratory claims are left out. So
 * every experiment counts once, however much it claims.
 */
final class Improvements {
    private Improvements() {}

    /** One value for each seed that has all the comparisons, in the order of the seeds; empty where nothing fits. */
    static List<Double> of(Observations observations) {
        List<Pairs> comparisons = new ArrayList<>();
        for (ClaimPlan claim : observations.plan().claims()) {
            MetricPlan metric = observations.plan().metric(claim.on());
            boolean staked = observations.history().staked().contains(claim.sentence());
            if (staked && claim.beats() != null && claim.along() == null && !metric.timing()) {
                for (Comparison comparison : Comparisons.of(observations.plan(), claim)) {
                    comparisons.add(Pairs.of(observations, comparison, metric, null));
                }
            }
        }
        List<Double> improvements = new ArrayList<>();
        for (int seed : comparisons.isEmpty() ? List.<Integer>of() : observations.seeds()) {
            double sum = 0;
            for (Pairs pairs : comparisons) {
                int at = pairs.seeds().indexOf(seed);
                sum += at < 0
                        ? Double.NaN
                        : normalised(
                                pairs.metric().better(),
                                pairs.that().get(at),
                                pairs.other().get(at));
            }
            if (!Double.isNaN(sum)) {
                improvements.add(sum / comparisons.size());
            }
        }
        return improvements;
    }

    static double normalised(Better better, double that, double other) {
        double larger = Math.max(Math.abs(that), Math.abs(other));
        double difference = better == Better.LOWER ? other - that : that - other;
        return larger == 0 ? 0 : difference / larger;
    }
}
