package dev.assay.experiments.sampling;

import dev.assay.RandomStream;

/**
 * Gives the point a random momentum and follows the motion that the gradient dictates for a fixed number of leapfrog steps; what
 * error the steps make, acceptance corrects (Duane et al. 1987; Neal 2011). The mass of a coordinate is the inverse of its
 * variance. The step size is learnt towards an acceptance of .8, and varied by a fifth from one trajectory to the next, lest
 * a trajectory be a whole period (Neal 2011, §3.2).
 */
public final class HamiltonianMonteCarlo implements Kernel {
    private static final double ACCEPTANCE = 0.8;
    private static final double VARIATION = 0.2;

    private final LogDensity target;
    private final int leaps;
    private double[] scales;
    private double step;
    private DualAveraging search;
    private double[] at = {};
    private double logDensityAt;
    private double[] gradientAt = {};
    private double acceptance;

    /**
     * A kernel for one chain.
     *
     * @param leaps leapfrog steps in a trajectory, at least 1
     */
    public HamiltonianMonteCarlo(LogDensity target, int leaps) {
        if (leaps < 1) {
            throw new IllegalArgumentException("a trajectory has at least 1 leapfrog step, not " + leaps);
        }
        this.target = target;
        this.leaps = leaps;
        scales = new WarmUp(1, target.dimensions()).scales();
        step = 0.1;
        search = new DualAveraging(ACCEPTANCE, step);
    }

    @Override
    public double[] next(double[] x, RandomStream random) {
        if (at != x) {
            at = x;
            logDensityAt = target.value(x);
            gradientAt = target.gradient(x);
        }
        // In units of the scales the mass is 1.
        double[] momentum = random.gaussians(x.length);
        double epsilon = step * (1 + VARIATION * (2 * random.nextDouble() - 1));
        double before = logDensityAt - kinetic(momentum);
        double[] position = x.clone();
        double[] gradient = gradientAt;
        for (int leap = 0; leap < leaps; leap++) {
            for (int i = 0; i < x.length; i++) {
                momentum[i] += 0.5 * epsilon * scales[i] * gradient[i];
                position[i] += epsilon * scales[i] * momentum[i];
            }
            gradient = target.gradient(position);
            for (int i = 0; i < x.length; i++) {
                momentum[i] += 0.5 * epsilon * scales[i] * gradient[i];
            }
        }
        double logDensityThere = target.value(position);
        double change = logDensityThere - kinetic(momentum) - before;
        // A trajectory that left the range of doubles is one that is refused.
        acceptance = Double.isNaN(change) ? 0 : Math.min(1, Math.exp(change));
        if (random.nextDouble() < acceptance) {
            at = position;
            logDensityAt = logDensityThere;
            gradientAt = gradient;
        }
        return at;
    }

    @Override
    public double[] warm(double[] x, RandomStream random, WarmUp warmUp) {
        step = search.step();
        boolean last = warmUp.ends();
        double[] next = next(x, random);
        search.learn(acceptance);
        if (warmUp.learn(next)) {
            scales = warmUp.scales();
            search = new DualAveraging(ACCEPTANCE, step);
        }
        if (last) {
            step = search.average();
        }
        return next;
    }

    private static double kinetic(double[] momentum) {
        double sum = 0;
        for (double p : momentum) {
            sum += p * p;
        }
        return sum / 2;
    }
}
