package dev.assay.experiments.sampling;

import java.util.Arrays;

/**
 * The warm-up of one chain, the same for every kernel. In the first fifth the chain finds the bulk; the next fifth and then
 * the following two each measure the covariance; the last fifth only settles step sizes. Windows and shrinkage follow Stan's
 * (Carpenter et al. 2017) in spirit.
 */
public final class WarmUp {
    /** How many draws the covariance known before counts for. */
    private static final double PRIOR_DRAWS = 5;

    /** By what that covariance is shrunk: it only steadies the new one and keeps it positive for a chain that did not move. */
    private static final double PRIOR_SHARE = 1e-3;

    private final int rounds;
    private int round;
    private int seen;
    private final double[] mean;
    private final double[][] products;
    private double[][] factor;

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
        products = new double[dimensions][dimensions];
        factor = identity(dimensions);
    }

    /** A unit matrix: what is known of a covariance before the first window ends. */
    static double[][] identity(int dimensions) {
        double[][] identity = new double[dimensions][dimensions];
        for (int i = 0; i < dimensions; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    /** The lower triangular L with L Lᵀ the covariance as far as it is known; not a copy, and not changed any more. */
    double[][] factor() {
        return factor;
    }

    /** Whether this is the last round. */
    boolean ends() {
        return round == rounds - 1;
    }

    /**
     * Takes the chain's new point in.
     *
     * @return whether a window ended with it, so that {@link #factor} is new and step sizes must be found afresh
     */
    boolean learn(double[] x) {
        int now = round++;
        if (now < rounds / 5 || now >= rounds * 4 / 5) {
            return false;
        }
        seen++;
        double[] before = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            before[i] = x[i] - mean[i];
            mean[i] += before[i] / seen;
            for (int j = 0; j <= i; j++) {
                products[i][j] += before[j] * (x[i] - mean[i]);
            }
        }
        boolean windowEnds = round == rounds * 2 / 5 || round == rounds * 4 / 5;
        if (!windowEnds || seen < 10) {
            return false;
        }
        factor = Cholesky.of(shrunk()).factor();
        Arrays.fill(mean, 0);
        for (double[] row : products) {
            Arrays.fill(row, 0);
        }
        seen = 0;
        return true;
    }

    private double[][] shrunk() {
        int d = mean.length;
        double[][] covariance = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double known = 0;
                for (int k = 0; k <= j; k++) {
                    known += factor[i][k] * factor[j][k];
                }
                covariance[i][j] =
                        (seen * products[i][j] / (seen - 1) + PRIOR_DRAWS * PRIOR_SHARE * known) / (seen + PRIOR_DRAWS);
            }
        }
        return covariance;
    }
}
