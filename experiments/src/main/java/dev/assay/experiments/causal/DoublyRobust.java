package dev.assay.experiments.causal;

/**
 * The regressions' difference, corrected by the weighted residuals of both arms; consistent if either the regressions or the
 * weights are right (augmented inverse weighting: Robins, Rotnitzky and Zhao 1994).
 */
public final class DoublyRobust implements Equations {
    private final double[][] z;
    private final double[][] w;
    private final double[] x;
    private final double[] y;

    /**
     * An estimator.
     *
     * @param propensity what the treatment's probability is a logistic function of
     * @param outcome what the outcome is a linear function of, in each arm
     */
    public DoublyRobust(Sample sample, Covariates propensity, Covariates outcome) {
        z = propensity.rows(sample);
        w = outcome.rows(sample);
        x = sample.treatments();
        y = sample.outcomes();
    }

    @Override
    public int unknowns() {
        return z[0].length + 2 * w[0].length + 1;
    }

    @Override
    public int units() {
        return y.length;
    }

    @Override
    public void write(int unit, double[] theta, double[] psi, double[][] slopes) {
        int k = z[0].length;
        int m = w[0].length;
        double probability = Rows.logistic(Rows.dot(theta, 0, z[unit]));
        double without = Rows.dot(theta, k, w[unit]);
        double with = Rows.dot(theta, k + m, w[unit]);
        double untreated = (1 - x[unit]) * (y[unit] - without);
        double treated = x[unit] * (y[unit] - with);
        Rows.scaled(z[unit], x[unit] - probability, psi, 0);
        Rows.scaled(w[unit], untreated, psi, k);
        Rows.scaled(w[unit], treated, psi, k + m);
        double odds = probability / (1 - probability);
        int effect = k + 2 * m;
        psi[effect] = with - without + treated * (1 + 1 / odds) - untreated * (1 + odds) - theta[effect];
        Rows.square(z[unit], -probability * (1 - probability), slopes, 0, 0);
        Rows.square(w[unit], x[unit] - 1, slopes, k, k);
        Rows.square(w[unit], -x[unit], slopes, k + m, k + m);
        Rows.plus(z[unit], -treated / odds - untreated * odds, slopes[effect], 0);
        Rows.plus(w[unit], (1 - x[unit]) * (1 + odds) - 1, slopes[effect], k);
        Rows.plus(w[unit], 1 - x[unit] * (1 + 1 / odds), slopes[effect], k + m);
        slopes[effect][effect]--;
    }
}
