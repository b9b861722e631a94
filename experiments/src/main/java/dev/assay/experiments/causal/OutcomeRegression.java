package dev.assay.experiments.causal;

import java.util.Collection;

/**
 * A linear regression of the outcome in each arm; the effect is the mean difference of the two predictions over all units
 * (standardisation, or the g-formula: Robins 1986). With no covariate it is the difference of the arms' means.
 */
public final class OutcomeRegression implements Equations {
    private final double[][] z;
    private final double[] x;
    private final double[] y;

    private OutcomeRegression(Sample sample, double[][] z) {
        this.z = z;
        x = sample.treatments();
        y = sample.outcomes();
    }

    /** The estimator that adjusts for these variables. */
    public static OutcomeRegression on(Sample sample, Collection<String> covariates) {
        return new OutcomeRegression(sample, sample.design(covariates));
    }

    @Override
    public int unknowns() {
        return 2 * z[0].length + 1;
    }

    @Override
    public int units() {
        return y.length;
    }

    @Override
    public void write(int unit, double[] theta, double[] psi, double[][] slopes) {
        int k = z[0].length;
        double without = Rows.dot(theta, 0, z[unit]);
        double with = Rows.dot(theta, k, z[unit]);
        Rows.scaled(z[unit], (1 - x[unit]) * (y[unit] - without), psi, 0);
        Rows.scaled(z[unit], x[unit] * (y[unit] - with), psi, k);
        psi[2 * k] = with - without - theta[2 * k];
        Rows.square(z[unit], x[unit] - 1, slopes, 0, 0);
        Rows.square(z[unit], -x[unit], slopes, k, k);
        Rows.plus(z[unit], -1, slopes[2 * k], 0);
        Rows.plus(z[unit], 1, slopes[2 * k], k);
        slopes[2 * k][2 * k]--;
    }
}
