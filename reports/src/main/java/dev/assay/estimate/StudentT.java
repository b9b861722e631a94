package dev.assay.estimate;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Intervals and tests of a mean by Student's t (Student, "The probable error of a mean", Biometrika 6, 1908).
 *
 * <p>Where replicates are splits drawn again from one table they share rows, so their mean varies more than s²/n tells. Nadeau
 * and Bengio ("Inference for the generalization error", Machine Learning 52, 2003) put (1/n + test/train) s² in its place, test
 * and train being how many rows each split has of each; the {@code overlap} here is that quotient, and 0 for independent
 * replicates.
 */
public final class StudentT {
    private StudentT() {}

    /** The interval of the mean of independent values. */
    public static Interval interval(Moments moments, double level) {
        return interval(moments, level, 0);
    }

    /**
     * The interval that covers the mean of normal values with this probability. Constant values give one of width 0.
     *
     * @param level the probability, between 0 and 1
     * @param overlap test rows over training rows where the values come from splits of one table, else 0
     * @return {@link Interval#UNDEFINED} below two values
     */
    public static Interval interval(Moments moments, double level, double overlap) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("an interval's level lies between 0 and 1, not at " + level);
        }
        if (moments.n() < 2) {
            return Interval.UNDEFINED;
        }
        double half = quantile(moments.n() - 1, (1 + level) / 2) * standardError(moments, overlap);
        return new Interval(moments.mean() - half, moments.mean() + half);
    }

    /** The standard error of the mean; NaN below two values. */
    public static double standardError(Moments moments, double overlap) {
        if (!(overlap >= 0) || Double.isInfinite(overlap)) {
            throw new IllegalArgumentException("an overlap is a number from 0, not " + overlap);
        }
        return moments.sd() * Math.sqrt(1.0 / moments.n() + overlap);
    }

    /** The one-sided p-value for the mean of independent values above {@code bound}. */
    public static double pAbove(Moments moments, double bound) {
        return pAbove(moments, bound, 0);
    }

    /**
     * The one-sided p-value for a mean above {@code bound}. Constant values give 0, ½ or 1.
     *
     * @param overlap as for {@link #interval(Moments, double, double)}
     * @return NaN below two values
     */
    public static double pAbove(Moments moments, double bound, double overlap) {
        if (moments.n() < 2) {
            return Double.NaN;
        }
        double distance = moments.mean() - bound;
        if (moments.sd() == 0) {
            return distance > 0 ? 0 : distance == 0 ? 0.5 : 1;
        }
        return TDistribution.of(moments.n() - 1).survivalProbability(distance / standardError(moments, overlap));
    }

    /**
     * The two-sided p-value for a mean other than {@code centre}.
     *
     * @return NaN below two values
     */
    public static double twoSided(Moments moments, double centre, double overlap) {
        double above = pAbove(moments, centre, overlap);
        return Math.min(1, 2 * Math.min(above, 1 - above));
    }

    /** The probability that a t variable of these degrees of freedom stays below a value. */
    public static double probability(int degrees, double value) {
        return TDistribution.of(degrees).cumulativeProbability(value);
    }

    /** The value that a t variable of these degrees of freedom stays below with this probability. */
    public static double quantile(int degrees, double probability) {
        return TDistribution.of(degrees).inverseCumulativeProbability(probability);
    }
}
