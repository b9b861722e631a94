package dev.assay.judge;

import dev.assay.estimate.SignFlip;
import dev.assay.estimate.StudentT;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How many paired seeds would decide a comparison four times in five, if the effect and spread seen so far were the true ones.
 *
 * <p>A t test's power comes from the usual approximation: it rejects with probability T((distance / standard error) − its critical
 * value), T being Student's distribution. A sign-flip test follows the t test once there are many sign patterns, but near the
 * smallest n it can only reject if nearly all seeds agree; there the power is {@linkplain SignFlipPower simulated} for normal
 * differences. The number is an order of magnitude, not a promise: the effect is only estimated.
 *
 * @param sd the differences' standard deviation
 * @param level the two-sided level of the test, after correction
 * @param overlap test rows over training rows where the seeds are splits of one table, which no number of seeds averages out
 * @param have how many seeds there are
 */
record SeedsNeeded(double sd, double level, double overlap, int have) {
    /** The most seeds that are worth naming. */
    static final int MOST = 1000;

    static final double POWER = 0.8;

    /**
     * The number of seeds at which a difference would show.
     *
     * @param distance how far the mean lies from the margin, on either side
     * @return empty if it cannot be told, because the distance is 0 or would take more than {@value #MOST} seeds
     */
    OptionalInt toDiffer(double distance) {
        if (!(Math.abs(distance) > 0) || Double.isNaN(sd)) {
            return OptionalInt.empty();
        }
        return IntStream.rangeClosed(least(Math.abs(distance), level / 2), MOST)
                .filter(n -> differs(Math.abs(distance), n))
                .findFirst();
    }

    private boolean differs(double distance, int n) {
        double critical = StudentT.quantile(n - 1, 1 - level / 2);
        if (distance / standardError(n) < critical + StudentT.quantile(n - 1, POWER)) {
            return false;
        }
        if (overlap > 0) {
            return true;
        }
        return SignFlipPower.isLikeStudents(n, level)
                ? SignFlip.smallestP(n) <= level
                : SignFlipPower.of(distance / sd, n, level) >= POWER;
    }

    /**
     * The number of seeds at which an equivalence would show: at which both one-sided tests would reject.
     *
     * @param mean the mean difference, within the margin
     */
    OptionalInt toMatch(double mean, double margin) {
        if (Double.isNaN(sd)) {
            return OptionalInt.empty();
        }
        return IntStream.rangeClosed(least(margin - Math.abs(mean), level), MOST)
                .filter(n -> {
                    double critical = StudentT.quantile(n - 1, 1 - level);
                    double below = StudentT.probability(n - 1, (margin - mean) / standardError(n) - critical);
                    double above = StudentT.probability(n - 1, (margin + mean) / standardError(n) - critical);
                    return below + above - 1 >= POWER;
                })
                .findFirst();
    }

    /** A number below which a one-sided test certainly falls short, for a normal distribution has the thinner tails. */
    private int least(double distance, double tail) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double errors = normal.inverseSurvivalProbability(tail) + normal.inverseCumulativeProbability(POWER);
        double share = Math.pow(distance / sd / errors, 2) - overlap;
        double least = share > 0 ? 1 / share : MOST + 1;
        return (int) Math.max(Math.max(2, have + 1), Math.min(least, MOST + 1));
    }

    private double standardError(int n) {
        return sd * Math.sqrt(1.0 / n + overlap);
    }
}
