package dev.assay.estimate;

import java.util.Arrays;

/** Ranks with ties averaged, for values whose distances mean nothing. */
final class Ranks {
    private Ranks() {}

    /** The rank of each value among all, from 1; equal values share the mean of their ranks. */
    static double[] of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int below = 0;
            int equal = 0;
            for (double other : sorted) {
                below += other < values[i] ? 1 : 0;
                equal += other == values[i] ? 1 : 0;
            }
            ranks[i] = below + (equal + 1) / 2.0;
        }
        return ranks;
    }
}
