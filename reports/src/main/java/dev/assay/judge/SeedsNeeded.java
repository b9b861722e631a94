package dev.assay.judge;

import dev.assay.estimate.SignFlip;
import dev.assay.estimate.StudentT;
import java.util.OptionalInt;

/**
 * How many paired seeds a comparison would need, if the effect and spread seen so far were the true ones.
 *
 * <p>The number is where a t test at the level left after a Bonferroni correction has a power of 80 %, by the usual
 * approximation (t quantile of the level + t quantile of the power) · sd / √n ≤ distance, and where the sign-flip test can
 * go below that level at all. It is an order of magnitude, not a promise.
 */
final class SeedsNeeded {
    /** The most seeds that are worth naming. */
    static final int MOST = 1000;

    private static final double POWER = 0.8;

    private SeedsNeeded() {}

    /**
     * The number of seeds.
     *
     * @param distance how far the mean lies from the margin
     * @param sd the differences' standard deviation
     * @param level the level of the test, after correction
     * @param tails 2 for a two-sided test, which is the sign-flip test too; 1 for a one-sided t test
     * @return empty if it cannot be told, because the effect is 0 or would take more than {@value #MOST} seeds
     */
    static OptionalInt of(double distance, double sd, double level, int tails) {
        if (!(Math.abs(distance) > 0) || Double.isNaN(sd)) {
            return OptionalInt.empty();
        }
        for (int n = 2; n <= MOST; n++) {
            boolean reachable = tails == 1 || SignFlip.smallestP(n) <= level;
            if (reachable
                    && (StudentT.quantile(n - 1, 1 - level / tails) + StudentT.quantile(n - 1, POWER))
                                    * sd
                                    / Math.sqrt(n)
                            <= Math.abs(distance)) {
                return OptionalInt.of(n);
            }
        }
        return OptionalInt.empty();
    }
}
