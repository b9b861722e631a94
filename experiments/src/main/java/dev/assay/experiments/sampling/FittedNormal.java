package dev.assay.experiments.sampling;

import dev.assay.RandomStream;
import java.util.ArrayList;
import java.util.List;

/** A normal distribution on ℝᵈ, x = m + L ε. */
public final class FittedNormal {
    private final double[] mean;
    private final double[][] factor;

    /**
     * The normal of these parameters, which are not copied.
     *
     * @param mean m
     * @param factor L, lower triangular with a positive diagonal; diagonal when the coordinates are independent
     */
    FittedNormal(double[] mean, double[][] factor) {
        this.mean = mean;
        this.factor = factor;
    }

    /** m. */
    double[] mean() {
        return mean;
    }

    /** L. */
    double[][] factor() {
        return factor;
    }

    /** The point that the standard normal {@code noise} becomes. */
    double[] at(double[] noise) {
        double[] x = mean.clone();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j <= i; j++) {
                x[i] += factor[i][j] * noise[j];
            }
        }
        return x;
    }

    /** The target's quantities at {@code count} draws. */
    public List<double[]> draws(LogDensity target, int count, RandomStream random) {
        List<double[]> draws = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            draws.add(target.quantities(at(random.gaussians(mean.length))));
        }
        return draws;
    }

    /**
     * How far independent normals are from their own optimum: there s² · E[−∂²log π/∂x²] = 1 in every coordinate, the
     * expectation being over the fit (Opper and Archambeau 2009). The largest relative error among the coordinates. Where π is
     * normal the second derivative is constant, and this is the relative error of the variance against its closed form.
     *
     * @param count draws for the expectation
     */
    public double varianceError(LogDensity target, int count, RandomStream random) {
        double[] curvature = new double[mean.length];
        for (int n = 0; n < count; n++) {
            double[] x = at(random.gaussians(mean.length));
            for (int i = 0; i < x.length; i++) {
                double width = 1e-4 * factor[i][i];
                double centre = x[i];
                x[i] = centre + width;
                double ahead = target.gradient(x)[i];
                x[i] = centre - width;
                double behind = target.gradient(x)[i];
                x[i] = centre;
                curvature[i] -= (ahead - behind) / (2 * width) / count;
            }
        }
        double largest = 0;
        for (int i = 0; i < mean.length; i++) {
            largest = Math.max(largest, Math.abs(factor[i][i] * factor[i][i] * curvature[i] - 1));
        }
        return largest;
    }
}
