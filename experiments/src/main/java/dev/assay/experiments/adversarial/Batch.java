package dev.assay.experiments.adversarial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.assay.experiments.data.Rows;
import java.util.random.RandomGenerator;

/**
 * What a critic sees at once.
 *
 * @param both (2n, 2): n real points, then n made ones
 * @param between (n, 2): a random place on the line from each real point to the made one of the same row
 */
record Batch(NDArray both, NDArray between) {
    /**
     * A batch of equally many points of either kind; constants to every gradient.
     *
     * @throws IllegalArgumentException if there are more of one kind
     */
    static Batch of(NDManager arrays, double[][] real, double[][] made, RandomGenerator shares) {
        double[][] between = between(real, made, shares);
        double[][] both = new double[2 * real.length][];
        System.arraycopy(real, 0, both, 0, real.length);
        System.arraycopy(made, 0, both, real.length, made.length);
        return new Batch(Rows.array(arrays, both), Rows.array(arrays, between));
    }

    /** One uniform share a point, and not one a coordinate. */
    static double[][] between(double[][] real, double[][] made, RandomGenerator shares) {
        if (real.length != made.length) {
            throw new IllegalArgumentException(
                    "a batch needs as many made points as real ones, not " + made.length + " and " + real.length);
        }
        double[][] between = new double[real.length][2];
        for (int i = 0; i < between.length; i++) {
            double share = shares.nextDouble();
            for (int c = 0; c < 2; c++) {
                between[i][c] = share * real[i][c] + (1 - share) * made[i][c];
            }
        }
        return between;
    }
}
