package dev.assay.experiments.causal;

/** Products of a row of covariates with a stretch of a longer vector, or with itself. */
final class Rows {
    private Rows() {}

    /** Σ θ[from + j] z[j]. */
    static double dot(double[] theta, int from, double[] z) {
        double sum = 0;
        for (int j = 0; j < z.length; j++) {
            sum += theta[from + j] * z[j];
        }
        return sum;
    }

    /** Writes factor · z to {@code into}, from an index on. */
    static void scaled(double[] z, double factor, double[] into, int from) {
        for (int j = 0; j < z.length; j++) {
            into[from + j] = factor * z[j];
        }
    }

    /** Adds factor · z zᵀ to a block of a matrix, of which it says the first row and column. */
    static void square(double[] z, double factor, double[][] into, int row, int column) {
        for (int i = 0; i < z.length; i++) {
            plus(z, factor * z[i], into[row + i], column);
        }
    }

    /** Adds factor · z to {@code into}, from an index on. */
    static void plus(double[] z, double factor, double[] into, int from) {
        for (int j = 0; j < z.length; j++) {
            into[from + j] += factor * z[j];
        }
    }

    /** 1 / (1 + exp(−logit)). */
    static double logistic(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
