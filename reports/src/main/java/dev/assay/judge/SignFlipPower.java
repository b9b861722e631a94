package dev.assay.judge;

import dev.assay.RandomStream;
import dev.assay.estimate.Estimate;
import dev.assay.estimate.Moments;
import dev.assay.estimate.StudentT;
import java.util.Arrays;

/** How often a comparison of normal differences is decided where only a few of all sign patterns are extreme enough. */
final class SignFlipPower {
    /** From so many patterns on one side on, the sign-flip test has about the t test's power. */
    private static final double PATTERNS = 64;

    private static final int RUNS = 400;
    private static final long KEY = 0x506f_7765_7221L;

    private SignFlipPower() {}

    static boolean isLikeStudents(int n, double level) {
        return allowed(n, level) >= PATTERNS;
    }

    /** How many sign patterns, the observed one among them, may have a sum as large as the observed one. */
    private static double allowed(int n, double level) {
        return Math.floor(Math.scalb(level * (1 + 1e-9), n - 1));
    }

    /**
     * The share of runs in which the sign-flip test rejects in the right direction and the 95 % interval agrees.
     *
     * @param effect the true mean in standard deviations, above 0; infinite for constant differences
     */
    static double of(double effect, int n, double level) {
        double allowed = allowed(n, level);
        if (allowed < 1 || Double.isInfinite(effect)) {
            return allowed < 1 ? 0 : 1;
        }
        RandomStream random = RandomStream.of(KEY);
        int decided = 0;
        for (int run = 0; run < RUNS; run++) {
            double[] differences = random.gaussians(n);
            for (int i = 0; i < n; i++) {
                differences[i] += effect;
            }
            decided += isExtreme(differences, allowed)
                            && StudentT.interval(Moments.of(differences), Estimate.LEVEL)
                                    .isAbove(0)
                    ? 1
                    : 0;
        }
        return (double) decided / RUNS;
    }

    /** Whether no more patterns than allowed have a sum at least as large. */
    private static boolean isExtreme(double[] differences, double allowed) {
        double[] sizes = Arrays.stream(differences).map(Math::abs).sorted().toArray();
        // A pattern's sum is as large exactly if what it makes negative is, in all, no more than what is negative now.
        double negative = -Arrays.stream(differences).filter(d -> d < 0).sum();
        return count(sizes, 0, negative * (1 + 1e-12), (int) allowed + 1) <= allowed;
    }

    /** How many subsets of the sizes from an index on have a sum of at most {@code room}; counts no further than {@code most}. */
    private static int count(double[] sizes, int from, double room, int most) {
        int count = 1;
        for (int i = from; i < sizes.length && sizes[i] <= room && count < most; i++) {
            count += count(sizes, i + 1, room - sizes[i], most - count);
        }
        return count;
    }
}
