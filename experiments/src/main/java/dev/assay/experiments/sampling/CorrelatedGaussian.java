package dev.assay.experiments.sampling;

import dev.assay.RandomStream;

/**
 * Two standard normal coordinates with a correlation. The best independent normals have variance 1 − ρ² (Bishop 2006, §10.1.2).
 *
 * @param correlation ρ, between −1 and 1
 */
public record CorrelatedGaussian(double correlation) implements LogDensity {
    public CorrelatedGaussian {
        if (!(Math.abs(correlation) < 1)) {
            throw new IllegalArgumentException("a correlation lies between -1 and 1, not at " + correlation);
        }
    }

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public double value(double[] x) {
        return -0.5 * (x[0] * x[0] - 2 * correlation * x[0] * x[1] + x[1] * x[1]) / independentVariance();
    }

    @Override
    public double[] gradient(double[] x) {
        double v = independentVariance();
        return new double[] {(correlation * x[1] - x[0]) / v, (correlation * x[0] - x[1]) / v};
    }

    @Override
    public Moments moments() {
        return new Moments(new double[2], new double[] {1, 1});
    }

    /** 1 − ρ²: each coordinate's variance when the other is known, and its variance in the best mean-field fit. */
    double independentVariance() {
        return 1 - correlation * correlation;
    }

    @Override
    public Kernel gibbs() {
        return new GibbsSweep() {
            @Override
            public double[] next(double[] x, RandomStream random) {
                double sd = Math.sqrt(independentVariance());
                double first = correlation * x[1] + sd * random.nextGaussian();
                return new double[] {first, correlation * first + sd * random.nextGaussian()};
            }
        };
    }
}
