package dev.assay.experiments.sampling;

import java.util.Arrays;

/**
 * The warm-up of one chain, the same for every kernel. In the first fifth the chain finds the bulk; the next fifth and then
 * the following two each measure every coordinate's spread; the last fifth only settles step sizes. The windows follow Stan's
 * (Carpenter et al. 2017) in spirit.
 */
public final class WarmUp {
    private final int rounds;
    private int round;
    private int seen;
    private final double[] mean;
    private final double[] squares;
    private final double[] scales;

    /**
     * A warm-up that is about to begin.
     *
     * @param rounds how many steps it has, at least 1
     * @param dimensions how many coordinates the chain has
     */
    public WarmUp(int rounds, int dimensions) {
        if (rounds < 1) {
            throw new IllegalArgumentException("a warm-up has at least 1 round, not " + rounds);
        }
        this.rounds = rounds;
        mean = new double[dimensions];
        squares = new double[dimensions];
        scales = new double[dimensions];
        Arrays.fill(scales, 1);
    }

    /** The standard deviation of each coordinate as far as it is known; 1 before the first window ends. */
    double[] scales() {
        return scales.clone();
    }

    /** Whether this is the last round. */
    boolean ends() {
        return round == rounds - 1;
    }

    /**
     * Takes the chain's new point in.
     *
     * @return whether a window ended with it, so that {@link #scales} are new and step sizes must be found afresh
     */
    boolean learn(double[] x) {
        int now = round++;
        if (now < rounds / 5 || now >= rounds * 4 / 5) {
            return false;
        }
        seen++;
        for (int i = 0; i < x.length; i++) {
            double before = x[i] - mean[i];
            mean[i] += before / seen;
            squares[i] += before * (x[i] - mean[i]);
        }
        boolean windowEnds = round == rounds * 2 / 5 || round == rounds * 4 / 5;
        if (!windowEnds || seen < 10) {
            return false;
        }
        for (int i = 0; i < x.length; i++) {
            double variance = squares[i] / (seen - 1);
            // A little of the old scale steadies the estimate and keeps it above 0 for a chain that did not move.
            scales[i] = Math.sqrt((seen * variance + 5 * 1e-3 * scales[i] * scales[i]) / (seen + 5));
        }
        Arrays.fill(mean, 0);
        Arrays.fill(squares, 0);
        seen = 0;
        return true;
    }
}
