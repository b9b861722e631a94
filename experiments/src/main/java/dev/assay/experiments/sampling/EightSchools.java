package dev.assay.experiments.sampling;

import dev.assay.RandomStream;
import java.util.Arrays;

/**
 * What coaching added to test scores in eight schools (Rubin 1981): yⱼ ~ N(θⱼ, σⱼ²), θⱼ = μ + τ ηⱼ, ηⱼ ~ N(0, 1), with the priors
 * of posteriordb's {@code eight_schools_noncentered}: μ ~ N(0, 5²) and τ half-Cauchy of scale 5. A point is (μ, log τ, η₁ … η₈);
 * the quantities are μ, τ and θ₁ … θ₈.
 */
public record EightSchools() implements LogDensity {
    private static final double[] EFFECT = {28, 8, -3, 7, -1, 1, 18, 12};
    private static final double[] ERROR = {15, 10, 16, 11, 9, 11, 10, 18};
    private static final double PRIOR = 5;
    private static final int SCHOOLS = EFFECT.length;
    private static final Moments MOMENTS = integrate();

    @Override
    public int dimensions() {
        return 2 + SCHOOLS;
    }

    @Override
    public double value(double[] x) {
        double tau = Math.exp(x[1]);
        // The last term is the Jacobian of τ = exp(x₁).
        double value = -0.5 * x[0] * x[0] / (PRIOR * PRIOR) - Math.log1p(tau * tau / (PRIOR * PRIOR)) + x[1];
        for (int j = 0; j < SCHOOLS; j++) {
            double residual = (EFFECT[j] - x[0] - tau * x[2 + j]) / ERROR[j];
            value -= 0.5 * (x[2 + j] * x[2 + j] + residual * residual);
        }
        return value;
    }

    @Override
    public double[] gradient(double[] x) {
        double tau = Math.exp(x[1]);
        double[] gradient = new double[dimensions()];
        gradient[0] = -x[0] / (PRIOR * PRIOR);
        gradient[1] = 1 - 2 / (1 + PRIOR * PRIOR / (tau * tau));
        for (int j = 0; j < SCHOOLS; j++) {
            double pull = (EFFECT[j] - x[0] - tau * x[2 + j]) / (ERROR[j] * ERROR[j]);
            gradient[0] += pull;
            gradient[1] += pull * tau * x[2 + j];
            gradient[2 + j] = pull * tau - x[2 + j];
        }
        return gradient;
    }

    @Override
    public double[] quantities(double[] x) {
        double[] quantities = x.clone();
        quantities[1] = Math.exp(x[1]);
        for (int j = 0; j < SCHOOLS; j++) {
            quantities[2 + j] = x[0] + quantities[1] * x[2 + j];
        }
        return quantities;
    }

    @Override
    public Moments moments() {
        return MOMENTS;
    }

    /** The prior's centre for η, the posterior's for μ, and the prior's scale for τ, all roughly. */
    @Override
    public double[] centre() {
        double[] centre = new double[dimensions()];
        centre[0] = MOMENTS.mean()[0];
        centre[1] = 1;
        return centre;
    }

    @Override
    public double[] spread() {
        double[] spread = new double[dimensions()];
        Arrays.fill(spread, 1);
        spread[0] = MOMENTS.sd()[0];
        return spread;
    }

    /**
     * Given τ all else is normal, so the posterior's moments are integrals over log τ alone: sums of ten thousand terms, whose
     * error is far below the eight digits that anyone could ask for.
     */
    private static Moments integrate() {
        double[] first = new double[2 + SCHOOLS];
        double[] second = new double[2 + SCHOOLS];
        double total = 0;
        for (double logTau = -12; logTau < 8; logTau += 0.002) {
            double tau = Math.exp(logTau);
            double precision = 1 / (PRIOR * PRIOR);
            double weighted = 0;
            for (int j = 0; j < SCHOOLS; j++) {
                double variance = ERROR[j] * ERROR[j] + tau * tau;
                precision += 1 / variance;
                weighted += EFFECT[j] / variance;
            }
            double mu = weighted / precision;
            double logWeight =
                    logTau - Math.log1p(tau * tau / (PRIOR * PRIOR)) - 0.5 * (Math.log(precision) - weighted * mu);
            for (int j = 0; j < SCHOOLS; j++) {
                double variance = ERROR[j] * ERROR[j] + tau * tau;
                logWeight -= 0.5 * (Math.log(variance) + EFFECT[j] * EFFECT[j] / variance);
            }
            double weight = Math.exp(logWeight);
            total += weight;
            add(first, second, 0, weight, mu, 1 / precision);
            add(first, second, 1, weight, tau, 0);
            for (int j = 0; j < SCHOOLS; j++) {
                double share = tau * tau / (ERROR[j] * ERROR[j] + tau * tau);
                double theta = share * EFFECT[j] + (1 - share) * mu;
                double variance = share * ERROR[j] * ERROR[j] + (1 - share) * (1 - share) / precision;
                add(first, second, 2 + j, weight, theta, variance);
            }
        }
        double[] sd = new double[2 + SCHOOLS];
        for (int q = 0; q < sd.length; q++) {
            first[q] /= total;
            sd[q] = Math.sqrt(second[q] / total - first[q] * first[q]);
        }
        return new Moments(first, sd);
    }

    private static void add(double[] first, double[] second, int q, double weight, double mean, double variance) {
        first[q] += weight * mean;
        second[q] += weight * (variance + mean * mean);
    }

    @Override
    public Kernel gibbs() {
        return new SchoolsGibbs();
    }

    /**
     * All conditionals in closed form, thanks to one parameter too many (Gelman 2006, §4.2; Gelman et al. 2008): θⱼ = μ + ξ γⱼ with
     * γⱼ ~ N(0, σ²), ξ ~ N(0, 5²) and σ² inverse χ² of one degree makes τ = |ξ| σ half-Cauchy of scale 5. Then γ is normal given
     * the rest, (μ, ξ) are the two coefficients of a regression, and σ² is inverse χ².
     */
    private static final class SchoolsGibbs extends GibbsSweep {
        private double[] at = {};
        private double xi;
        private double sigma;
        private final double[] gamma = new double[SCHOOLS];

        @Override
        public double[] next(double[] x, RandomStream random) {
            if (at != x) { // any ξ and σ whose product is τ will do to begin with
                xi = Math.exp(x[1]);
                sigma = 1;
                System.arraycopy(x, 2, gamma, 0, SCHOOLS);
            }
            drawSchools(x[0], random);
            double mu = drawCoefficients(random);
            double squares = 0;
            for (double g : gamma) {
                squares += g * g;
            }
            double chiSquared = 0;
            for (int degree = 0; degree < SCHOOLS + 1; degree++) {
                double normal = random.nextGaussian();
                chiSquared += normal * normal;
            }
            sigma = Math.sqrt((1 + squares) / chiSquared);
            double[] next = new double[2 + SCHOOLS];
            next[0] = mu;
            next[1] = Math.log(Math.abs(xi) * sigma);
            for (int j = 0; j < SCHOOLS; j++) {
                next[2 + j] = Math.signum(xi) * gamma[j] / sigma;
            }
            at = next;
            return next;
        }

        private void drawSchools(double mu, RandomStream random) {
            for (int j = 0; j < SCHOOLS; j++) {
                double precision = 1 / (sigma * sigma) + xi * xi / (ERROR[j] * ERROR[j]);
                double pull = xi * (EFFECT[j] - mu) / (ERROR[j] * ERROR[j]);
                gamma[j] = pull / precision + random.nextGaussian() / Math.sqrt(precision);
            }
        }

        /** Draws ξ and returns a draw of μ: coefficients of the effects' regression on γ and a constant, with their priors. */
        private double drawCoefficients(RandomStream random) {
            double[][] precision = {{1 / (PRIOR * PRIOR), 0}, {0, 1 / (PRIOR * PRIOR)}};
            double[] pull = new double[2];
            for (int j = 0; j < SCHOOLS; j++) {
                double weight = 1 / (ERROR[j] * ERROR[j]);
                precision[0][0] += weight;
                precision[1][0] += weight * gamma[j];
                precision[1][1] += weight * gamma[j] * gamma[j];
                pull[0] += weight * EFFECT[j];
                pull[1] += weight * gamma[j] * EFFECT[j];
            }
            Cholesky root = Cholesky.of(precision);
            double[] mean = root.backward(root.forward(pull));
            double[] noise = root.backward(random.gaussians(2));
            xi = mean[1] + noise[1];
            return mean[0] + noise[0];
        }
    }
}
