package dev.assay.estimate;

import java.util.Arrays;

/** Counts patterns of signs by the sum that they give to sizes, which are whole numbers and not negative. */
final class SignPatterns {
    private SignPatterns() {}

    /**
     * How many patterns have a sum of at least {@code least}. The sums of two halves are built in order and met in the middle,
     * which takes 2^(n/2) steps and not 2^n.
     */
    static long atLeast(long[] sizes, long least) {
        long[] left = sums(Arrays.copyOfRange(sizes, 0, sizes.length / 2));
        long[] right = sums(Arrays.copyOfRange(sizes, sizes.length / 2, sizes.length));
        long count = 0;
        int first = right.length; // the first sum on the right that together with this one on the left is large enough
        for (long sum : left) {
            while (first > 0 && sum + right[first - 1] >= least) {
                first--;
            }
            count += right.length - first;
        }
        return count;
    }

    /** The sum of the sizes under every pattern, ascending. The lower half is merged, the upper is its mirror image. */
    private static long[] sums(long[] sizes) {
        long[] sums = {0};
        for (long size : sizes) {
            long[] more = new long[2 * sums.length];
            int minus = 0;
            for (int i = 0; i < sums.length; i++) {
                long less = sums[minus] - size;
                long greater = sums[i - minus] + size;
                // Which comes next cannot be foreseen: a branch here would take three times as long as the rest.
                minus += less <= greater ? 1 : 0;
                more[i] = Math.min(less, greater);
                more[more.length - 1 - i] = -more[i];
            }
            sums = more;
        }
        return sums;
    }

    /** How many subsets of ascending sizes have a sum of at most {@code room}; no further than {@code most} are counted. */
    static int within(long[] ascending, long room, int most) {
        return room < 0 ? 0 : within(ascending, 0, room, most);
    }

    private static int within(long[] sizes, int from, long room, int most) {
        int count = 1;
        for (int i = from; i < sizes.length && sizes[i] <= room && count < most; i++) {
            count += within(sizes, i + 1, room - sizes[i], most - count);
        }
        return count;
    }
}
