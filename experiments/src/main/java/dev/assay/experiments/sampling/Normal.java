package dev.assay.experiments.sampling;

import dev.assay.RandomStream;
import java.util.ArrayList;
import java.util.List;

/** A normal distribution on ℝᵈ, x = m + L ε with a standard normal ε; an approximation of a posterior. */
public final class Normal {
    private static final double LOG_2_PI = Math.log(2 * Math.PI);

    private final double[] mean;
    private final double[][] factor;

    /**
     * The normal of these parameters, which are not copied.
     *
     * @param mean m
     * @param factor L, lower triangular with a positive diagonal; diagonal when the coordinates are independent
     */
    public Normal(double[] mean, double[][] factor) {
        this.mean = mean;
        this.factor = factor;
    }

    /** m; not a copy. */
    public double[] mean() {
        return mean;
    }

    /** L; not a copy. */
    public double[][] factor() {
        return factor;
    }

    /** The point that the standard normal {@code noise} becomes. */
    public double[] at(double[] noise) {
        double[] x = mean.clone();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j <= i; j++) {
                x[i] += factor[i][j] * noise[j];
            }
        }
        return x;
    }

    /** log q at the point that a noise becomes. */
    public double logDensityAt(double[] noise) {
        double squares = 0;
        for (double each : noise) {
            squares += each * each;
        }
        return -0.5 * (squares + noise.length * LOG_2_PI + logDeterminant());
    }

    /** log |L Lᵀ|. */
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            sum += 2 * Math.log(factor[i][i]);
        }
        return sum;
    }

    /** tr(A L Lᵀ) for a symmetric A. */
    public double traceWith(double[][] a) {
        double sum = 0;
        for (int column = 0; column < mean.length; column++) {
            for (int i = column; i < mean.length; i++) {
                for (int j = column; j < mean.length; j++) {
                    sum += a[i][j] * factor[i][column] * factor[j][column];
                }
            }
        }
        return sum;
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
