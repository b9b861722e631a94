package dev.assay.estimate;

import dev.assay.RandomStream;
import java.util.Arrays;

/**
 * The sign-flip test of paired differences: if the sides are exchangeable within a pair, each difference could as well have
 * had the other sign (Fisher, "The design of experiments", 1935, section 21).
 *
 * <p>The p-value is the share of sign patterns whose sum is at least as far from 0 as the one observed. Up to
 * {@value #ENUMERATED} pairs every {@linkplain SignPatterns pattern} counts. Above, patterns are drawn from a fixed stream, and the observed one counts as drawn, so
 * that p = (b + 1)/(m + 1) for b of m drawn (Phipson and Smyth, "Permutation p-values should never be zero", 2010).
 */
public final class SignFlip {
    /** The largest number of pairs for which every sign pattern is counted. */
    public static final int ENUMERATED = 30;

    /** How many patterns are drawn above that. */
    static final int DRAWS = 99_999;

    /** The differences are scaled until the largest has this binary exponent; as whole numbers their sums are exact. */
    private static final int SIZE = 55;

    /** Up to so many patterns are counted one by one before all are counted together. */
    private static final int FEW = 10_000;

    private static final long KEY = 0x5167_6e46_6c69_7021L;

    private SignFlip() {}

    /** The smallest two-sided p-value that {@code n} pairs allow. */
    public static double smallestP(int n) {
        return n <= ENUMERATED ? Math.min(1, 2 * Math.pow(0.5, n)) : 1.0 / (DRAWS + 1);
    }

    /**
     * The two-sided p-value for a centre of 0.
     *
     * @param differences finite differences, in any order
     * @return 1 if there is none or their sum is 0
     */
    public static double twoSided(double... differences) {
        double largest = 0;
        for (double difference : differences) {
            if (!Double.isFinite(difference)) {
                throw new IllegalArgumentException("a sign is flipped of finite differences, not of " + difference);
            }
            largest = Math.max(largest, Math.abs(difference));
        }
        // A power of 2 changes no digit, and leaves room for a sum of all.
        double[] sorted = new double[differences.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = Math.scalb(differences[i], SIZE - Math.getExponent(largest));
        }
        Arrays.sort(sorted);
        double[] sizes = Arrays.stream(sorted).map(Math::abs).sorted().toArray();
        // Sums that are equal in exact arithmetic differ in the last bits; they must count as ties.
        double tolerance = 1e-11 * Arrays.stream(sizes).sum();
        double threshold = Math.abs(Arrays.stream(sorted).sum()) - tolerance;
        if (threshold <= 0) {
            return 1;
        }
        return sizes.length <= ENUMERATED ? enumerated(sizes, threshold) : sampled(sizes, threshold);
    }

    private static double enumerated(double[] sizes, double threshold) {
        long[] whole = Arrays.stream(sizes).mapToLong(Math::round).toArray();
        long least = (long) Math.ceil(threshold);
        // What a pattern makes negative comes off twice; few patterns leave enough where nearly all differences agree.
        long room = (Arrays.stream(whole).sum() - least) >> 1;
        int few = SignPatterns.within(whole, room, FEW);
        long atLeast = few < FEW ? few : SignPatterns.atLeast(whole, least);
        return Math.min(1, 2.0 * atLeast / Math.pow(2, sizes.length)); // the sums lie symmetric around 0
    }

    private static double sampled(double[] sizes, double threshold) {
        double[][] tables = tables(sizes);
        RandomStream random = RandomStream.of(KEY);
        int atLeast = 1;
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            long signs = 0;
            for (int i = 0; i < tables.length; i++) {
                if (i % Long.BYTES == 0) {
                    signs = tables.length <= Long.BYTES ? Signs.FIRST[draw] : random.nextLong();
                }
                sum += tables[i][(int) (signs & 255)];
                signs >>>= Byte.SIZE;
            }
            if (Math.abs(sum) >= threshold) {
                atLeast++;
            }
        }
        return (double) atLeast / (DRAWS + 1);
    }

    /** For each eight sizes their sum under every pattern of signs, so that a draw adds up tables and not sizes. */
    private static double[][] tables(double[] sizes) {
        double[][] tables = new double[(sizes.length + Byte.SIZE - 1) / Byte.SIZE][1 << Byte.SIZE];
        for (int i = 0; i < sizes.length; i++) {
            double[] table = tables[i / Byte.SIZE];
            for (int pattern = 0; pattern < table.length; pattern++) {
                table[pattern] += ((pattern >> (i % Byte.SIZE)) & 1) == 0 ? sizes[i] : -sizes[i];
            }
        }
        return tables;
    }

    /** What the fixed stream begins with; up to 64 differences need one number a draw, always the same. */
    private static final class Signs {
        static final long[] FIRST = first();

        private static long[] first() {
            RandomStream random = RandomStream.of(KEY);
            long[] first = new long[DRAWS];
            for (int draw = 0; draw < DRAWS; draw++) {
                first[draw] = random.nextLong();
            }
            return first;
        }
    }
}
