package dev.assay.experiments.sampling;

import dev.assay.RandomStream;
import dev.assay.experiments.data.BreastCancer;
import dev.assay.experiments.data.Standardisation;
import dev.assay.experiments.data.Table;
import java.util.Arrays;

/**
 * Bayesian logistic regression: P(y = 1 | x) = 1 / (1 + exp(−β·x)), independent normal priors on β. The first coefficient is the
 * intercept's.
 */
public final class LogisticPosterior implements LogDensity {
    /** The prior's standard deviation: weak on standardised features. */
    static final double PRIOR = 2.5;

    private final double[][] x;
    private final double[][] columns;
    private final int[] y;
    private final Moments moments;

    /**
     * The posterior given rows of features, without the constant 1, and classes.
     *
     * @param moments the posterior's moments, from elsewhere
     */
    LogisticPosterior(double[][] features, int[] classes, Moments moments) {
        x = Arrays.stream(features).map(LogisticPosterior::withOne).toArray(double[][]::new);
        columns = new double[x[0].length][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = x[i][j];
            }
        }
        y = classes.clone();
        this.moments = moments;
    }

    /** Whether a tumour is benign, by its ten mean measurements, standardised. */
    public static LogisticPosterior cancer() {
        Table means = BreastCancer.means();
        Table scaled = Standardisation.of(means).apply(means);
        return new LogisticPosterior(scaled.x(), scaled.y(), CancerReference.MOMENTS);
    }

    private static double[] withOne(double[] row) {
        double[] longer = new double[row.length + 1];
        longer[0] = 1;
        System.arraycopy(row, 0, longer, 1, row.length);
        return longer;
    }

    @Override
    public int dimensions() {
        return x[0].length;
    }

    @Override
    public double value(double[] beta) {
        double value = -0.5 * dot(beta, beta) / (PRIOR * PRIOR);
        double[] logits = logits(beta);
        for (int i = 0; i < y.length; i++) {
            value -= TwoModes.softplus(y[i] == 1 ? -logits[i] : logits[i]);
        }
        return value;
    }

    @Override
    public double[] gradient(double[] beta) {
        double[] residuals = logits(beta);
        for (int i = 0; i < y.length; i++) {
            residuals[i] = y[i] - 1 / (1 + Math.exp(-residuals[i]));
        }
        double[] gradient = new double[beta.length];
        for (int j = 0; j < beta.length; j++) {
            gradient[j] = dot(residuals, columns[j]) - beta[j] / (PRIOR * PRIOR);
        }
        return gradient;
    }

    /** β·x of each row, column by column, which the compiler turns into vector instructions. */
    private double[] logits(double[] beta) {
        double[] logits = new double[y.length];
        for (int j = 0; j < beta.length; j++) {
            double[] column = columns[j];
            double b = beta[j];
            for (int i = 0; i < logits.length; i++) {
                logits[i] += b * column[i];
            }
        }
        return logits;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    @Override
    public Moments moments() {
        return moments;
    }

    /** ωᵢ | β ~ PG(1, β·xᵢ), then β | ω, which is normal (Polson, Scott and Windle 2013). */
    @Override
    public Kernel gibbs() {
        double[] pull = new double[dimensions()];
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < pull.length; j++) {
                pull[j] += (y[i] - 0.5) * x[i][j];
            }
        }
        return new GibbsSweep() {
            @Override
            public double[] next(double[] beta, RandomStream random) {
                double[][] precision = new double[pull.length][pull.length];
                for (int j = 0; j < pull.length; j++) {
                    precision[j][j] = 1 / (PRIOR * PRIOR);
                }
                for (double[] row : x) {
                    double omega = PolyaGamma.draw(dot(beta, row), random);
                    for (int j = 0; j < pull.length; j++) {
                        double[] line = precision[j];
                        double pulled = omega * row[j];
                        for (int k = 0; k <= j; k++) {
                            line[k] += pulled * row[k];
                        }
                    }
                }
                Cholesky root = Cholesky.of(precision);
                double[] whitened = root.forward(pull);
                for (int j = 0; j < whitened.length; j++) {
                    whitened[j] += random.nextGaussian();
                }
                return root.backward(whitened);
            }
        };
    }
}
