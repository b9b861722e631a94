package dev.assay.experiments.sampling;

import dev.assay.RandomStream;

/**
 * Proposes a normal step in every coordinate, as wide as the coordinate's spread times a common factor, and accepts it with
 * probability min(1, π(x′)/π(x)) (Metropolis et al. 1953). The factor is learnt towards an acceptance of .234 (Roberts, Gelman
 * and Gilks 1997).
 */
public final class RandomWalkMetropolis implements Kernel {
    private static final double ACCEPTANCE = 0.234;

    private final LogDensity target;
    private double[] scales;
    private double logFactor;
    private int learnt;
    private double[] at = {};
    private double logDensityAt;
    private double acceptance;

    /** A kernel for one chain. */
    public RandomWalkMetropolis(LogDensity target) {
        this.target = target;
        scales = new WarmUp(1, target.dimensions()).scales();
        logFactor = firstGuess();
    }

    /** The optimum for a normal target with independent coordinates. */
    private double firstGuess() {
        return Math.log(2.38 / Math.sqrt(target.dimensions()));
    }

    @Override
    public double[] next(double[] x, RandomStream random) {
        if (at != x) { // the density is known where the last step ended
            at = x;
            logDensityAt = target.value(x);
        }
        double factor = Math.exp(logFactor);
        double[] proposal = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            proposal[i] = x[i] + factor * scales[i] * random.nextGaussian();
        }
        double logDensityThere = target.value(proposal);
        double ratio = logDensityThere - logDensityAt;
        acceptance = Math.min(1, Math.exp(ratio));
        if (Math.log(random.nextDouble()) < ratio) {
            at = proposal;
            logDensityAt = logDensityThere;
        }
        return at;
    }

    @Override
    public double[] warm(double[] x, RandomStream random, WarmUp warmUp) {
        double[] next = next(x, random);
        logFactor += (acceptance - ACCEPTANCE) / Math.pow(++learnt, 0.6);
        if (warmUp.learn(next)) {
            scales = warmUp.scales();
            logFactor = firstGuess();
            learnt = 0;
        }
        return next;
    }
}
