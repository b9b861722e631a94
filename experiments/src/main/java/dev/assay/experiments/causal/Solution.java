package dev.assay.experiments.causal;

import java.util.Arrays;

/**
 * The root of an estimator's equations, by Newton's method, and the standard error of its last unknown by the sandwich A⁻¹BA⁻ᵀ/n,
 * A being the mean slope of ψ and B its mean square (Stefanski and Boos 2002). Because propensities and regressions are solved
 * for in the same system as the effect, their own uncertainty is in its standard error.
 */
final class Solution {
    private static final int MOST_ROUNDS = 50;
    private static final double TOLERANCE = 1e-9;

    private final double[] theta;
    private final Estimate estimate;

    private Solution(double[] theta, Estimate estimate) {
        this.theta = theta;
        this.estimate = estimate;
    }

    static Solution of(Equations equations) {
        int n = equations.unknowns();
        double[] theta = new double[n];
        double[] psi = new double[n];
        double[] mean = new double[n];
        double[][] slopes = new double[n][n];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Arrays.fill(mean, 0);
            for (double[] row : slopes) {
                Arrays.fill(row, 0);
            }
            for (int unit = 0; unit < equations.units(); unit++) {
                equations.write(unit, theta, psi, slopes);
                for (int k = 0; k < n; k++) {
                    mean[k] += psi[k];
                }
            }
            double[][] kept = copy(slopes);
            double[] step = solve(slopes, mean); // both are sums over the units, and of sums the root is the same
            double largest = 0;
            for (int k = 0; k < n; k++) {
                theta[k] -= step[k];
                largest = Math.max(largest, Math.abs(step[k]) / (1 + Math.abs(theta[k])));
            }
            if (largest < TOLERANCE) {
                return new Solution(theta, new Estimate(theta[n - 1], standardError(equations, theta, kept)));
            }
        }
        throw new IllegalStateException(
                "the equations of " + equations.getClass().getSimpleName() + " have no root within " + MOST_ROUNDS
                        + " rounds of Newton's method; it stands at " + Arrays.toString(theta));
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /** All unknowns, the effect last. */
    double[] theta() {
        return theta.clone();
    }

    Estimate estimate() {
        return estimate;
    }

    /**
     * The sandwich.
     *
     * @param slopes their sums over the units, at most the last of Newton's steps away from the root
     */
    private static double standardError(Equations equations, double[] theta, double[][] slopes) {
        int n = theta.length;
        double[][] transposed = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                transposed[i][j] = slopes[j][i];
            }
        }
        double[] last = new double[n];
        last[n - 1] = 1;
        double[] weights = solve(transposed, last); // the last row of A⁻¹/n
        double[] psi = new double[n];
        double sum = 0;
        for (int unit = 0; unit < equations.units(); unit++) {
            equations.write(unit, theta, psi, slopes); // the slopes are done with
            double influence = 0;
            for (int k = 0; k < n; k++) {
                influence += weights[k] * psi[k];
            }
            sum += influence * influence;
        }
        return Math.sqrt(sum);
    }

    /** The x with A x = b, by elimination with row exchanges; A is overwritten. */
    static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        double[] x = b.clone();
        double scale = 0;
        for (double[] row : a) {
            for (double entry : row) {
                scale = Math.max(scale, Math.abs(entry));
            }
        }
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                if (Math.abs(a[row][column]) > Math.abs(a[pivot][column])) {
                    pivot = row;
                }
            }
            if (!(Math.abs(a[pivot][column]) > 1e-12 * scale)) {
                throw new IllegalStateException("the equations do not determine unknown " + column + ": its pivot is "
                        + a[pivot][column] + "; is an arm empty or a variable constant?");
            }
            double[] row = a[pivot];
            a[pivot] = a[column];
            a[column] = row;
            double value = x[pivot];
            x[pivot] = x[column];
            x[column] = value;
            for (int below = column + 1; below < n; below++) {
                double factor = a[below][column] / row[column];
                for (int k = column; k < n; k++) {
                    a[below][k] -= factor * row[k];
                }
                x[below] -= factor * x[column];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= a[i][k] * x[k];
            }
            x[i] /= a[i][i];
        }
        return x;
    }
}
