package dev.assay.experiments.sampling;

import dev.assay.RandomStream;

/**
 * Gives the point a random momentum and follows the motion that the gradient dictates for a fixed number of leapfrog steps; what
 * error the steps make, acceptance corrects (Duane et al. 1987; Neal 2011). The mass matrix is the inverse of the covariance that
 * the warm-up learnt. The step size is learnt too, and varied by a fifth from one trajectory to the next, lest a trajectory be a
 * whole period (Neal 2011, §3.2).
 */
public final class HamiltonianMonteCarlo implements Kernel {
    /** From .65 to .8 a trajectory costs least (Beskos et al. 2013; Betancourt, Byrne and Girolami 2014). */
    private static final double ACCEPTANCE = 0.75;

    private static final double VARIATION = 0.2;

    private final LogDensity target;
    private final int leaps;
    private final double aim;
    private double[][] root;
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
        this(target, leaps, ACCEPTANCE);
    }

    /** The same with an acceptance of one's own to aim at. */
    HamiltonianMonteCarlo(LogDensity target, int leaps, double aim) {
        if (leaps < 1) {
            throw new IllegalArgumentException("a trajectory has at least 1 leapfrog step, not " + leaps);
        }
        this.target = target;
        this.leaps = leaps;
        this.aim = aim;
        root = WarmUp.identity(target.dimensions());
        step = 0.1;
        search = new DualAveraging(aim, step);
    }

    @Override
    public double[] next(double[] x, RandomStream random) {
        if (at != x) {
            at = x;
            logDensityAt = target.value(x);
            gradientAt = target.gradient(x);
        }
        // With x = L u the mass of u is 1, and its gradient Lᵀ ∇.
        double[] momentum = random.gaussians(x.length);
        double epsilon = step * (1 + VARIATION * (2 * random.nextDouble() - 1));
        double before = logDensityAt - kinetic(momentum);
        double[] position = x.clone();
        double[] gradient = gradientAt;
        push(momentum, gradient, epsilon / 2);
        for (int leap = 1; leap <= leaps; leap++) {
            move(position, momentum, epsilon);
            gradient = target.gradient(position);
            push(momentum, gradient, leap < leaps ? epsilon : epsilon / 2);
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
            root = warmUp.factor();
            search = new DualAveraging(aim, step);
        }
        if (last) {
            step = search.average();
        }
        return next;
    }

    private void push(double[] momentum, double[] gradient, double by) {
        for (int j = 0; j < momentum.length; j++) {
            for (int i = j; i < momentum.length; i++) {
                momentum[j] += by * root[i][j] * gradient[i];
            }
        }
    }

    private void move(double[] position, double[] momentum, double by) {
        for (int i = 0; i < position.length; i++) {
            for (int j = 0; j <= i; j++) {
                position[i] += by * root[i][j] * momentum[j];
            }
        }
    }

    private static double kinetic(double[] momentum) {
        double sum = 0;
        for (double p : momentum) {
            sum += p * p;
        }
        return sum / 2;
    }
}
