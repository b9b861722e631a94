package dev.assay.estimate;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The exact interval of a probability (Clopper and Pearson, "The use of confidence or fiducial limits illustrated in the case
 * of the binomial", Biometrika 26, 1934), by the quantiles of beta distributions.
 *
 * <p>It covers at least as often as it says, at every n and every probability; Wilson's interval does so only on average and
 * falls to 86 % at n = 3. Its formula makes sense for half successes, which stand for ties: they spread less than wins and
 * losses would, so it covers no less often then (shown by enumeration in its test).
 */
public final class ClopperPearson {
    private ClopperPearson() {}

    /**
     * The interval.
     *
     * @param share the share of successes, 0 to 1, ties counting half
     * @param n of how many independent tries, above 0; less than were made where they are not independent
     * @param level the probability of covering, between 0 and 1
     */
    public static Interval interval(double share, double n, double level) {
        if (!(share >= 0 && share <= 1) || !(n > 0) || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException("an interval at level " + level + " of a share " + share + " of " + n
                    + " tries does not exist; level and share lie between 0 and 1, and n above 0");
        }
        double successes = share * n;
        double failures = n - successes;
        double tail = (1 - level) / 2;
        return new Interval(
                successes <= 0
                        ? 0
                        : BetaDistribution.of(successes, failures + 1).inverseCumulativeProbability(tail),
                failures <= 0 ? 1 : BetaDistribution.of(successes + 1, failures).inverseSurvivalProbability(tail));
    }
}
