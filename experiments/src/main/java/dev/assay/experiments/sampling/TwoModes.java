package dev.assay.experiments.sampling;

import dev.assay.RandomStream;

/**
 * Two round normals of variance 1, five apart, with weights .3 (at the origin) and .7 (at (4, 3)): the mixture of the guide's
 * example in two dimensions. The means are .7 (4, 3), the variances 1 + .21 (4², 3²).
 */
public record TwoModes() implements LogDensity {
    private static final double WEIGHT = 0.7;
    private static final double[] FAR = {4, 3};

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public double value(double[] x) {
        double near = Math.log(1 - WEIGHT) - 0.5 * (x[0] * x[0] + x[1] * x[1]);
        return near + softplus(farLogOdds(x));
    }

    @Override
    public double[] gradient(double[] x) {
        double far = 1 / (1 + Math.exp(-farLogOdds(x)));
        return new double[] {far * FAR[0] - x[0], far * FAR[1] - x[1]};
    }

    /** The logarithm of P(far | x) / P(near | x). */
    private static double farLogOdds(double[] x) {
        return Math.log(WEIGHT / (1 - WEIGHT))
                + x[0] * FAR[0]
                + x[1] * FAR[1]
                - 0.5 * (FAR[0] * FAR[0] + FAR[1] * FAR[1]);
    }

    /** log(1 + eᵃ) without overflow. */
    static double softplus(double a) {
        return Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a)));
    }

    @Override
    public Moments moments() {
        double spread = WEIGHT * (1 - WEIGHT);
        return new Moments(new double[] {WEIGHT * FAR[0], WEIGHT * FAR[1]}, new double[] {
            Math.sqrt(1 + spread * FAR[0] * FAR[0]), Math.sqrt(1 + spread * FAR[1] * FAR[1])
        });
    }

    /** Data augmentation: the component given the point, then the point given the component. */
    @Override
    public Kernel gibbs() {
        return new GibbsSweep() {
            @Override
            public double[] next(double[] x, RandomStream random) {
                boolean far = random.nextDouble() < 1 / (1 + Math.exp(-farLogOdds(x)));
                return new double[] {
                    (far ? FAR[0] : 0) + random.nextGaussian(), (far ? FAR[1] : 0) + random.nextGaussian()
                };
            }
        };
    }
}
