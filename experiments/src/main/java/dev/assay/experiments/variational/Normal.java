package dev.assay.experiments.variational;

/** A normal distribution of z = m + L ε, ε standard normal; an approximation of a posterior. */
public final class Normal {
    private static final double LOG_2_PI = Math.log(2 * Math.PI);

    private final double[] mean;
    private final double[][] factor;

    /**
     * A normal of these parameters, which are not copied.
     *
     * @param mean m
     * @param factor L, lower triangular with a positive diagonal
     */
    Normal(double[] mean, double[][] factor) {
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

    /** The point that a standard normal noise becomes. */
    double[] at(double[] noise) {
        double[] z = mean.clone();
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j <= i; j++) {
                z[i] += factor[i][j] * noise[j];
            }
        }
        return z;
    }

    /** log q at the point that a noise becomes. */
    double logDensityAt(double[] noise) {
        double squares = 0;
        for (double each : noise) {
            squares += each * each;
        }
        return -0.5 * (squares + noise.length * LOG_2_PI + logDeterminant());
    }

    /** log |L Lᵀ|. */
    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            sum += 2 * Math.log(factor[i][i]);
        }
        return sum;
    }

    /** tr(A L Lᵀ) for a symmetric A. */
    double traceWith(double[][] a) {
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
}
