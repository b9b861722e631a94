package dev.assay.estimate;

import org.apache.commons.statistics.distribution.TDistribution;

/** Intervals and tests of a mean by Student's t (Student, "The probable error of a mean", Biometrika 6, 1908). */
public final class StudentT {
    private StudentT() {}

    /**
     * The interval that covers the mean of normal values with this probability. Constant values give one of width 0.
     *
     * @param level the probability, between 0 and 1
     * @return {@link Interval#UNDEFINED} below two values
     */
    public static Interval interval(Moments moments, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("an interval's level lies between 0 and 1, not at " + level);
        }
        if (moments.n() < 2) {
            return Interval.UNDEFINED;
        }
        double half = quantile(moments.n() - 1, (1 + level) / 2) * moments.sd() / Math.sqrt(moments.n());
        return new Interval(moments.mean() - half, moments.mean() + half);
    }

    /**
     * The one-sided p-value for a mean above {@code bound}. Constant values give 0, ½ or 1.
     *
     * @return NaN below two values
     */
    public static double pAbove(Moments moments, double bound) {
        if (moments.n() < 2) {
            return Double.NaN;
        }
        double distance = moments.mean() - bound;
        if (moments.sd() == 0) {
            return distance > 0 ? 0 : distance == 0 ? 0.5 : 1;
        }
        double t = distance / (moments.sd() / Math.sqrt(moments.n()));
        return TDistribution.of(moments.n() - 1).survivalProbability(t);
    }

    /** The value that a t variable of these degrees of freedom stays below with this probability. */
    public static double quantile(int degrees, double probability) {
        return TDistribution.of(degrees).inverseCumulativeProbability(probability);
    }
}
