package dev.assay.experiments.variational;

import dev.assay.RandomStream;
import dev.assay.experiments.sampling.Cholesky;
import dev.assay.experiments.sampling.Normal;

/**
 * z standard normal on ℝᵏ, x = W z + b + noise of variance σ² on ℝᵈ (Tipping and Bishop 1999): a model of which everything that
 * others approximate is known. x is normal with covariance W Wᵀ + σ² I; z given x is normal with precision Λ = I + WᵀW / σ²,
 * whatever x, and mean Λ⁻¹ Wᵀ(x − b) / σ².
 */
public final class LinearGaussian {
    private static final double LOG_2_PI = Math.log(2 * Math.PI);

    private final double[][] w;
    private final double[] b;
    private final double variance;
    private final Cholesky marginal;
    private final double[][] precision;
    private final Cholesky root;

    /**
     * A model; the arrays are not copied.
     *
     * @param w W, {@code [observed][latent]}
     * @param b the mean of x
     * @param variance σ², above 0
     */
    LinearGaussian(double[][] w, double[] b, double variance) {
        if (!(variance > 0)) {
            throw new IllegalArgumentException("the variance of noise is above 0, not " + variance);
        }
        this.w = w;
        this.b = b;
        this.variance = variance;
        int d = w.length;
        int k = w[0].length;
        double[][] covariance = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                covariance[i][j] = i == j ? variance : 0;
                for (int l = 0; l < k; l++) {
                    covariance[i][j] += w[i][l] * w[j][l];
                }
            }
        }
        marginal = Cholesky.of(covariance);
        precision = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                precision[i][j] = i == j ? 1 : 0;
                for (double[] row : w) {
                    precision[i][j] += row[i] * row[j] / variance;
                }
            }
        }
        root = Cholesky.of(precision);
    }

    /**
     * A random model whose latent coordinates act alike, so that a posterior cannot tell them apart well: each observed
     * coordinate weighs all of them by a share in common and by one of its own, of equal size.
     */
    public static LinearGaussian random(int observed, int latent, RandomStream random) {
        double[][] w = new double[observed][latent];
        double[] b = new double[observed];
        for (int i = 0; i < observed; i++) {
            double common = random.nextGaussian();
            for (int l = 0; l < latent; l++) {
                w[i][l] = 0.6 * (common + random.nextGaussian());
            }
            b[i] = random.nextGaussian();
        }
        return new LinearGaussian(w, b, 1);
    }

    /** How many coordinates z has. */
    public int latent() {
        return w[0].length;
    }

    /** Λ. */
    double[][] precision() {
        return precision;
    }

    /** Rows of x. */
    public double[][] draw(int rows, RandomStream random) {
        double[][] x = new double[rows][];
        for (int n = 0; n < rows; n++) {
            x[n] = mean(random.gaussians(latent()));
            for (int i = 0; i < b.length; i++) {
                x[n][i] += Math.sqrt(variance) * random.nextGaussian();
            }
        }
        return x;
    }

    /** W z + b. */
    private double[] mean(double[] z) {
        double[] mean = b.clone();
        for (int i = 0; i < mean.length; i++) {
            for (int l = 0; l < z.length; l++) {
                mean[i] += w[i][l] * z[l];
            }
        }
        return mean;
    }

    /** log p(x). */
    public double logEvidence(double[] x) {
        double[] whitened = marginal.forward(minus(x, b));
        return -0.5 * (dot(whitened, whitened) + b.length * LOG_2_PI + marginal.logDeterminant());
    }

    /** log p(x, z). */
    double logJoint(double[] x, double[] z) {
        double[] residual = minus(x, mean(z));
        return -0.5
                * (dot(residual, residual) / variance
                        + b.length * (LOG_2_PI + Math.log(variance))
                        + dot(z, z)
                        + z.length * LOG_2_PI);
    }

    /** Wᵀ(x − b) / σ²: Λ times the posterior's mean. */
    double[] pull(double[] x) {
        double[] centred = minus(x, b);
        double[] pull = new double[latent()];
        for (int l = 0; l < pull.length; l++) {
            for (int i = 0; i < centred.length; i++) {
                pull[l] += w[i][l] * centred[i] / variance;
            }
        }
        return pull;
    }

    /** The mean of z given x. */
    double[] posteriorMean(double[] x) {
        return root.backward(root.forward(pull(x)));
    }

    /**
     * The evidence lower bound E_q[log p(x | z)] − KL(q(z) ‖ p(z)), in closed form: the reconstruction's expectation by the
     * residual of q's mean and the trace of WᵀW with its covariance. Neither the evidence nor the posterior is used.
     */
    public double bound(double[] x, Normal q) {
        double[] m = q.mean();
        int k = m.length;
        double[] residual = minus(x, mean(m));
        double spread = 0;
        double ownTrace = 0;
        for (int column = 0; column < k; column++) {
            for (double[] row : w) {
                double projected = 0;
                for (int l = column; l < k; l++) {
                    projected += row[l] * q.factor()[l][column];
                }
                spread += projected * projected;
            }
            for (int l = column; l < k; l++) {
                ownTrace += q.factor()[l][column] * q.factor()[l][column];
            }
        }
        double reconstruction =
                -0.5 * ((dot(residual, residual) + spread) / variance + b.length * (LOG_2_PI + Math.log(variance)));
        double divergence = 0.5 * (ownTrace + dot(m, m) - k - q.logDeterminant());
        return reconstruction - divergence;
    }

    /** KL(q(z) ‖ p(z | x)), in closed form, from the posterior's mean and precision. */
    public double divergence(double[] x, Normal q) {
        double[] away = minus(q.mean(), posteriorMean(x));
        double mahalanobis = 0;
        for (int i = 0; i < away.length; i++) {
            mahalanobis += away[i] * dot(precision[i], away);
        }
        return 0.5 * (q.traceWith(precision) + mahalanobis - away.length - root.logDeterminant() - q.logDeterminant());
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = a.clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= b[i];
        }
        return difference;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
