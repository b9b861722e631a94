package dev.assay.estimate;

import java.util.Collection;

/**
 * What the trials of a cell say about a metric.
 *
 * <p>On a censored metric a value at or beyond the cap counts as the cap, so mean and interval bound the truth from one
 * side; the median is right as long as fewer than half the trials ended there.
 *
 * @param moments of the finite values
 * @param interval the 95 % Student-t interval of their mean
 * @param failed how many trials of the cell came to no outcome
 * @param undefined how many trials came to an outcome, but not to a finite value
 * @param never how many values of a censored metric lie at or beyond its cap; they count into the moments
 * @param overlap test rows over training rows where the seeds are splits drawn again from one table, so that the interval
 *     takes the variance of Nadeau and Bengio; 0 for independent seeds
 */
public record Estimate(Moments moments, Interval interval, int failed, int undefined, int never, double overlap) {
    /** The level of every interval that is not said to have another. */
    public static final double LEVEL = 0.95;

    /**
     * The estimate from a cell's values.
     *
     * @param values what the trials recorded, NaN and infinities included
     * @param cap the cap of a censored metric, or NaN
     */
    static Estimate of(Collection<Double> values, double cap, int failed, double overlap) {
        double[] finite = values.stream()
                .mapToDouble(value -> Observations.censored(value, cap))
                .filter(Double::isFinite)
                .toArray();
        Moments moments = Moments.of(finite);
        int never = (int) values.stream().filter(value -> value >= cap).count();
        return new Estimate(
                moments,
                StudentT.interval(moments, LEVEL, overlap),
                failed,
                values.size() - finite.length,
                never,
                overlap);
    }

    /** How many trials there are, whatever came of them. */
    public int trials() {
        return moments.n() + failed + undefined;
    }
}
