package dev.assay.estimate;

/**
 * A paired difference over seeds, oriented so that a positive one is in favour of the first side.
 *
 * @param scale what was subtracted
 * @param moments of the differences
 * @param interval the 95 % Student-t interval of their mean
 * @param effect the mean over the standard deviation (Cohen's d for pairs); NaN where that is 0 or undefined
 * @param wins the share of pairs in favour of the first side, ties counting half: the probability of improvement; NaN for
 *     no pair
 * @param p the two-sided sign-flip p-value about the margin; NaN for no pair
 */
public record Contrast(Scale scale, Moments moments, Interval interval, double effect, double wins, double p) {
    /**
     * The contrast of these differences.
     *
     * @param margin what the differences are tested against
     */
    static Contrast of(Scale scale, double[] differences, double margin) {
        Moments moments = Moments.of(differences);
        double[] beyond = new double[differences.length];
        double wins = 0;
        for (int i = 0; i < differences.length; i++) {
            beyond[i] = differences[i] - margin;
            wins += differences[i] > 0 ? 1 : differences[i] == 0 ? 0.5 : 0;
        }
        boolean none = differences.length == 0;
        return new Contrast(
                scale,
                moments,
                StudentT.interval(moments, Estimate.LEVEL),
                moments.sd() > 0 ? moments.mean() / moments.sd() : Double.NaN,
                none ? Double.NaN : wins / differences.length,
                none ? Double.NaN : SignFlip.twoSided(beyond));
    }
}
