package dev.assay.experiments.sampling;

import dev.assay.RandomStream;

/**
 * Proposes a normal step with the covariance that the warm-up learnt, times a factor, and accepts it with probability
 * min(1, π(x′)/π(x)) (Metropolis et al. 1953; Haario, Saksman and Tamminen 2001, but for the warm-up alone). The factor is learnt
 * towards an acceptance of .234 (Roberts, Gelman and Gilks 1997).
 */
public final class RandomWalkMetropolis implements Kernel {
    private static final double ACCEPTANCE = 0.234;

    private final LogDensity target;
    private double[][] root;
    private double logFactor;
    private int learnt;
    private double[] at = {};
    private double logDensityAt;
    private double acceptance;

    /** A kernel for one chain. */
    public RandomWalkMetropolis(LogDensity target) {
        this.target = target;
        root = WarmUp.identity(target.dimensions());
        logFactor = firstGuess();
    }

    /** The optimum for a normal target whose covariance is known. */
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
        double[] noise = random.gaussians(x.length);
        double[] proposal = x.clone();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j <= i; j++) {
                proposal[i] += factor * root[i][j] * noise[j];
            }
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
            root = warmUp.factor();
            logFactor = firstGuess();
            learnt = 0;
        }
        return next;
    }
}
