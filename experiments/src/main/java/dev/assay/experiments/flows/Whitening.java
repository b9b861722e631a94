package dev.assay.experiments.flows;

import dev.assay.experiments.sampling.Cholesky;
import java.util.Arrays;

/** x ↦ L⁻¹(x − μ) with a lower triangular L: the flow whose density is normal with mean μ and covariance L Lᵀ. */
public final class Whitening implements Bijection {
    private final double[] mean;
    private final Cholesky factor;
    private final double logDet;

    private Whitening(double[] mean, double[][] covariance) {
        this.mean = mean;
        factor = Cholesky.of(covariance);
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            sum -= Math.log(factor.factor()[i][i]);
        }
        logDet = sum;
    }

    /**
     * The normal distribution of greatest likelihood: the rows' mean and their covariance, which divides by n.
     *
     * @throws IllegalArgumentException if the rows span less than their space
     */
    public static Whitening normal(double[][] rows) {
        return new Whitening(mean(rows), covariance(rows, mean(rows)));
    }

    /**
     * Each coordinate to mean 0 and standard deviation 1 over the rows.
     *
     * @throws IllegalArgumentException if a coordinate does not vary
     */
    public static Whitening standardising(double[][] rows) {
        double[][] covariance = covariance(rows, mean(rows));
        for (int i = 0; i < covariance.length; i++) {
            for (int j = 0; j < covariance.length; j++) {
                covariance[i][j] = i == j ? covariance[i][j] : 0;
            }
        }
        return new Whitening(mean(rows), covariance);
    }

    private static double[] mean(double[][] rows) {
        double[] mean = new double[rows[0].length];
        Arrays.setAll(
                mean,
                c -> Arrays.stream(rows).mapToDouble(row -> row[c]).average().orElseThrow());
        return mean;
    }

    private static double[][] covariance(double[][] rows, double[] mean) {
        double[][] covariance = new double[mean.length][mean.length];
        for (double[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                for (int j = 0; j < mean.length; j++) {
                    covariance[i][j] += (row[i] - mean[i]) * (row[j] - mean[j]) / rows.length;
                }
            }
        }
        return covariance;
    }

    @Override
    public Image forward(double[] x) {
        double[] centred = new double[mean.length];
        Arrays.setAll(centred, i -> x[i] - mean[i]);
        return new Image(factor.forward(centred), logDet);
    }

    @Override
    public double[] inverse(double[] z) {
        double[] x = mean.clone();
        double[][] l = factor.factor();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j <= i; j++) {
                x[i] += l[i][j] * z[j];
            }
        }
        return x;
    }
}
