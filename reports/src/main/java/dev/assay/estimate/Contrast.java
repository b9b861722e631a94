package dev.assay.estimate;

/**
 * A paired difference over seeds, oriented so that a positive one is in favour of the first side.
 *
 * @param scale what was subtracted
 * @param moments of the differences
 * @param interval the 95 % Student-t interval of their mean
 * @param effect the mean over the standard deviation (Cohen's d for pairs) times Hedges' correction for small n; NaN below
 *     three pairs and for constant differences
 * @param wins the share of pairs in favour of the first side, ties counting half: the probability of improvement; NaN for
 *     no pair
 * @param improvement the 95 % Clopper–Pearson interval of that probability; undefined for no pair
 * @param overlap test rows over training rows where the seeds are splits drawn again from one table, so that interval and
 *     p-value take the variance of Nadeau and Bengio; 0 for independent seeds
 * @param p the two-sided p-value about the margin: by flipping signs, or by Student's t where there is an overlap, since the
 *     seeds are then not exchangeable; NaN where no test was possible
 */
public record Contrast(
        Scale scale,
        Moments moments,
        Interval interval,
        double effect,
        double wins,
        Interval improvement,
        double overlap,
        double p) {
    /**
     * The contrast of these differences.
     *
     * @param margin what the differences are tested against
     */
    static Contrast of(Scale scale, double[] differences, double margin, double overlap) {
        Moments moments = Moments.of(differences);
        double[] beyond = new double[differences.length];
        double wins = 0;
        for (int i = 0; i < differences.length; i++) {
            beyond[i] = differences[i] - margin;
            wins += differences[i] > 0 ? 1 : differences[i] == 0 ? 0.5 : 0;
        }
        int n = differences.length;
        double share = n == 0 ? Double.NaN : wins / n;
        return new Contrast(
                scale,
                moments,
                StudentT.interval(moments, Estimate.LEVEL, overlap),
                EffectSize.paired(moments),
                share,
                // As many independent pairs as would spread the share as widely.
                n == 0 ? Interval.UNDEFINED : ClopperPearson.interval(share, n / (1 + n * overlap), Estimate.LEVEL),
                overlap,
                overlap > 0
                        ? StudentT.twoSided(moments, margin, overlap)
                        : n == 0 ? Double.NaN : SignFlip.twoSided(beyond));
    }

    /** The interval of the mean difference at another level. */
    public Interval interval(double level) {
        return StudentT.interval(moments, level, overlap);
    }
}
