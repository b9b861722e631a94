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
    public void write(int unit, double[] theta, double[] psi, double[][] slopes) {
        int k = z[0].length;
        double probability = Rows.logistic(Rows.dot(theta, 0, z[unit]));
        Rows.scaled(z[unit], x[unit] - probability, psi, 0);
        double odds = probability / (1 - probability);
        double untreated = (1 - x[unit]) * (1 + odds); // over 1 − p
        double treated = x[unit] * (1 + 1 / odds); // over p
        psi[k] = untreated * (y[unit] - theta[k]);
        psi[k + 1] = treated * (y[unit] - theta[k + 1]);
        psi[k + 2] = theta[k + 1] - theta[k] - theta[k + 2];
        Rows.square(z[unit], -probability * (1 - probability), slopes, 0, 0);
        Rows.plus(z[unit], (1 - x[unit]) * odds * (y[unit] - theta[k]), slopes[k], 0);
        Rows.plus(z[unit], -x[unit] / odds * (y[unit] - theta[k + 1]), slopes[k + 1], 0);
        slopes[k][k] -= untreated;
        slopes[k + 1][k + 1] -= treated;
        slopes[k + 2][k]--;
        slopes[k + 2][k + 1]++;
        slopes[k + 2][k + 2]--;
    }
}
