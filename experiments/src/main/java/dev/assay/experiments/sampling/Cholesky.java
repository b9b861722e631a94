package dev.assay.experiments.sampling;

/** The lower triangular L with L Lᵀ = A. */
public final class Cholesky {
    private final double[][] factor;

    /** An L that is known, {@code [row][column]}, 0 above the diagonal; it is not copied. */
    Cholesky(double[][] factor) {
        this.factor = factor;
    }

    /**
     * Factors a symmetric matrix, of which the lower triangle is read.
     *
     * @throws IllegalArgumentException if it is not positive definite
     */
    public static Cholesky of(double[][] a) {
        int n = a.length;
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double left = a[i][j];
                for (int k = 0; k < j; k++) {
                    left -= l[i][k] * l[j][k];
                }
                if (i != j) {
                    l[i][j] = left / l[j][j];
                } else if (left > 0) {
                    l[i][i] = Math.sqrt(left);
                } else {
                    throw new IllegalArgumentException(
                            "the matrix is not positive definite: pivot " + i + " is " + left + ", not above 0");
                }
            }
        }
        return new Cholesky(l);
    }

    /** L. */
    public double[][] factor() {
        return factor;
    }

    /** log |A|. */
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < factor.length; i++) {
            sum += 2 * Math.log(factor[i][i]);
        }
        return sum;
    }

    /** The y with L y = b. */
    public double[] forward(double[] b) {
        double[] y = b.clone();
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < i; k++) {
                y[i] -= factor[i][k] * y[k];
            }
            y[i] /= factor[i][i];
        }
        return y;
    }

    /** The x with Lᵀ x = y. */
    public double[] backward(double[] y) {
        double[] x = y.clone();
        for (int i = x.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= factor[k][i] * x[k];
            }
            x[i] /= factor[i][i];
        }
        return x;
    }
}
