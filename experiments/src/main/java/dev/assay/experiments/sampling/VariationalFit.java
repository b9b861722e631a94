package dev.assay.experiments.sampling;

import dev.assay.RandomStream;
import java.util.Arrays;

/**
 * Fits a normal q to a density π by climbing the evidence lower bound E_q[log π − log q] with Adam, along gradients through
 * x = m + L ε (Kingma and Welling 2014; Kucukelbir et al. 2017). The gradient leaves out the score of q, which is 0 on average
 * and all of the noise at a perfect fit (Roeder, Wu and Duvenaud 2017).
 *
 * <p>The fit stops by itself. It watches the bound's mean over windows of 100 steps. When three windows running raise the best
 * so far by less than .01 nats the rate falls to a third; when that happens at the smallest rate, the mean of the last window's
 * parameters is the answer.
 */
public final class VariationalFit {
    private static final int WINDOW = 100;
    private static final int PATIENCE = 3;
    /** In nats. */
    private static final double GAIN = 0.01;

    private static final double[] RATES = {0.1, 0.03, 0.01};
    private static final double FIRST_DECAY = 0.9;
    private static final double SECOND_DECAY = 0.99;

    /**
     * Signs of the even and the odd coordinates in the draws of one step. Odd powers of the noise cancel among them, and so do
     * products of an even with an odd coordinate.
     */
    private static final int[][] SIGNS = {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}};

    private final LogDensity target;
    private final boolean full;
    private final int d;
    /** m, then the logarithms of L's diagonal, then, if full, L's rows left of the diagonal. */
    private final double[] parameters;

    private final double[] gradient;
    private final double[] first;
    private final double[] second;
    private int steps;

    private VariationalFit(LogDensity target, boolean full, double[] start) {
        this.target = target;
        this.full = full;
        d = target.dimensions();
        parameters = Arrays.copyOf(start, 2 * d + (full ? d * (d - 1) / 2 : 0));
        gradient = new double[parameters.length];
        first = new double[parameters.length];
        second = new double[parameters.length];
    }

    /**
     * Fits independent normals, or one with a full covariance.
     *
     * @param cap steps after which the fit stops in any case
     * @param random draws the start, as a chain's, with standard deviations of 1, and then the noise
     */
    public static Normal run(LogDensity target, boolean full, int cap, RandomStream random) {
        return new VariationalFit(target, full, Chains.start(target, random)).climb(cap, random);
    }

    private Normal climb(int cap, RandomStream random) {
        double best = Double.NEGATIVE_INFINITY;
        int rate = 0;
        int stalled = 0;
        while (true) {
            double[] mean = new double[parameters.length];
            double bound = 0;
            for (int i = 0; i < WINDOW; i++) {
                bound += step(RATES[rate], random) / WINDOW;
                for (int p = 0; p < mean.length; p++) {
                    mean[p] += parameters[p] / WINDOW;
                }
            }
            stalled = bound > best + GAIN ? 0 : stalled + 1;
            best = Math.max(best, bound);
            if (stalled == PATIENCE) {
                stalled = 0;
                rate++;
            }
            if (rate == RATES.length || steps >= cap) {
                return normal(mean);
            }
        }
    }

    /** One step of Adam; returns the bound's estimate, up to a constant. */
    private double step(double rate, RandomStream random) {
        Normal q = normal(parameters);
        double[] noise = random.gaussians(d);
        double[] signed = new double[d];
        Arrays.fill(gradient, 0);
        double bound = 0;
        for (int[] signs : SIGNS) {
            for (int i = 0; i < d; i++) {
                signed[i] = signs[i % signs.length] * noise[i];
            }
            bound += add(q, signed) / SIGNS.length;
        }
        steps++;
        double firstBias = 1 - Math.pow(FIRST_DECAY, steps);
        double secondBias = 1 - Math.pow(SECOND_DECAY, steps);
        for (int p = 0; p < parameters.length; p++) {
            double g = gradient[p] / SIGNS.length;
            first[p] = FIRST_DECAY * first[p] + (1 - FIRST_DECAY) * g;
            second[p] = SECOND_DECAY * second[p] + (1 - SECOND_DECAY) * g * g;
            parameters[p] += rate * first[p] / firstBias / (Math.sqrt(second[p] / secondBias) + 1e-8);
        }
        return bound;
    }

    /** Adds one draw's gradient; returns log π − log q there, up to a constant. */
    private double add(Normal q, double[] noise) {
        double[] x = q.at(noise);
        double[][] l = q.factor();
        double[] slope = target.gradient(x);
        // −∇ log q at x is L⁻ᵀ ε.
        double[] own = full ? new Cholesky(l).backward(noise) : noise.clone();
        double bound = target.value(x);
        int left = 2 * d;
        for (int i = 0; i < d; i++) {
            slope[i] += full ? own[i] : own[i] / l[i][i];
            gradient[i] += slope[i];
            gradient[d + i] += slope[i] * noise[i] * l[i][i];
            bound += 0.5 * noise[i] * noise[i] + parameters[d + i];
            for (int j = 0; full && j < i; j++) {
                gradient[left++] += slope[i] * noise[j];
            }
        }
        return bound;
    }

    private Normal normal(double[] from) {
        double[][] l = new double[d][d];
        int left = 2 * d;
        for (int i = 0; i < d; i++) {
            for (int j = 0; full && j < i; j++) {
                l[i][j] = from[left++];
            }
            l[i][i] = Math.exp(from[d + i]);
        }
        return new Normal(Arrays.copyOf(from, d), l);
    }
}
