package dev.assay.estimate;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The comparison of two means of independent samples whose spreads may differ (Welch, "The generalization of 'Student's'
 * problem when several different population variances are involved", Biometrika 34, 1947), with Satterthwaite's degrees of
 * freedom.
 */
public final class Welch {
    private Welch() {}

    /**
     * The one-sided p-value for the first mean lying above the second by more than {@code margin}. If both samples are
     * constant it is 0, ½ or 1.
     *
     * @return NaN if a sample has fewer than two values
     */
    public static double pAbove(Moments first, Moments second, double margin) {
        if (first.n() < 2 || second.n() < 2) {
            return Double.NaN;
        }
        double distance = first.mean() - second.mean() - margin;
        double u = first.sd() * first.sd() / first.n();
        double v = second.sd() * second.sd() / second.n();
        if (u + v == 0) {
            return distance > 0 ? 0 : distance == 0 ? 0.5 : 1;
        }
        // Each share of the whole variance, so that tiny and huge spreads neither vanish nor overflow when squared.
        double share = u / (u + v);
        double degrees = 1 / (share * share / (first.n() - 1) + (1 - share) * (1 - share) / (second.n() - 1));
        return TDistribution.of(degrees).survivalProbability(distance / Math.sqrt(u + v));
    }
}
