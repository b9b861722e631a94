package dev.assay.experiments.sampling;

import dev.assay.RandomStream;

/**
 * A bent normal in the plane (Haario, Saksman and Tamminen 1999): x₁ ~ N(0, 10²) and x₂ | x₁ ~ N(.03 (x₁² − 10²), 1). Both means
 * are 0; the standard deviations are 10 and √(1 + 2 · .03² · 10⁴) = √19.
 */
public record Banana() implements LogDensity {
    private static final double WIDTH = 10;
    private static final double BEND = 0.03;

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public double value(double[] x) {
        double off = off(x[0], x[1]);
        return -0.5 * (x[0] * x[0] / (WIDTH * WIDTH) + off * off);
    }

    @Override
    public double[] gradient(double[] x) {
        double off = off(x[0], x[1]);
        return new double[] {-x[0] / (WIDTH * WIDTH) + 2 * BEND * x[0] * off, -off};
    }

    /** How far x₂ lies from the ridge. */
    private static double off(double x1, double x2) {
        return x2 - BEND * (x1 * x1 - WIDTH * WIDTH);
    }

    @Override
    public Moments moments() {
        return new Moments(new double[2], new double[] {WIDTH, Math.sqrt(1 + 2 * BEND * BEND * Math.pow(WIDTH, 4))});
    }

    @Override
    public Kernel gibbs() {
        CoordinateStep first = new CoordinateStep(1);
        return new Kernel() {
            @Override
            public double[] next(double[] x, RandomStream random) {
                return sweep(x, random, false);
            }

            @Override
            public double[] warm(double[] x, RandomStream random, WarmUp warmUp) {
                return sweep(x, random, true);
            }

            private double[] sweep(double[] x, RandomStream random, boolean learn) {
                double x1 = first.next(x[0], free -> value(new double[] {free, x[1]}), random, learn);
                return new double[] {x1, BEND * (x1 * x1 - WIDTH * WIDTH) + random.nextGaussian()};
            }
        };
    }
}
