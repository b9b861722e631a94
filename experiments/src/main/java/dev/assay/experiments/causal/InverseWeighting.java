package dev.assay.experiments.causal;

/**
 * Weights each unit by one over the probability of the treatment that it had, which a logistic regression estimates, so that
 * both arms look like everybody (Horvitz and Thompson 1952; weights normalised within each arm, as by Hájek 1971).
 */
public final class InverseWeighting implements Equations {
    private final double[][] z;
    private final double[] x;
    private final double[] y;

    /**
     * An estimator.
     *
     * @param propensity what the treatment's probability is a logistic function of
     */
    public InverseWeighting(Sample sample, Covariates propensity) {
        z = propensity.rows(sample);
        x = sample.treatments();
        y = sample.outcomes();
    }

    @Override
    public int unknowns() {
        return z[0].length + 3;
    }

    @Override
    public int units() {
        return y.length;
    }

    @Override
    public void write(int unit, double[] theta, double[] psi) {
        int k = z[0].length;
        double probability = Rows.logistic(Rows.dot(theta, 0, z[unit]));
        Rows.scaled(z[unit], x[unit] - probability, psi, 0);
        psi[k] = (1 - x[unit]) / (1 - probability) * (y[unit] - theta[k]);
        psi[k + 1] = x[unit] / probability * (y[unit] - theta[k + 1]);
        psi[k + 2] = theta[k + 1] - theta[k] - theta[k + 2];
    }
}
