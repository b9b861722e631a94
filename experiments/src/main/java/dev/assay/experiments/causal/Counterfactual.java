package dev.assay.experiments.causal;

import dev.assay.chart.Plane;
import java.util.Arrays;
import java.util.Collection;

/**
 * What would have been, unit by unit: abduction (what must this unit's noise have been?), action (set the other treatment),
 * prediction (run the equations again with that noise); Pearl 2009, theorem 7.1.7. The outcome's equation is linear in its other
 * causes, and its noise scaled, in each arm by coefficients of the arm's own.
 */
public final class Counterfactual {
    private final double[][] z;
    private final double[] x;
    private final double[] y;
    private final double[] theta;
    private final Estimate estimate;
    private final double[] scales = new double[2];

    private Counterfactual(Sample sample, double[][] z, Solution solution) {
        this.z = z;
        x = sample.treatments();
        y = sample.outcomes();
        theta = solution.theta();
        estimate = solution.estimate();
        double[] units = new double[2];
        for (int i = 0; i < y.length; i++) {
            int arm = (int) x[i];
            double residual = y[i] - mean(i, arm);
            scales[arm] += residual * residual;
            units[arm]++;
        }
        for (int arm = 0; arm < 2; arm++) {
            scales[arm] = Math.sqrt(scales[arm] / (units[arm] - z[0].length));
        }
    }

    /**
     * Fits the outcome's equation.
     *
     * @param causes the outcome's causes other than the treatment, or what stands in for them
     */
    public static Counterfactual fit(Sample sample, Collection<String> causes) {
        return new Counterfactual(
                sample,
                sample.design(causes),
                OutcomeRegression.on(sample, causes).solve());
    }

    private double mean(int unit, int arm) {
        return Rows.dot(theta, arm * z[0].length, z[unit]);
    }

    /** The mean effect and its standard error. */
    public Estimate estimate() {
        return estimate;
    }

    /** What a unit's outcome would have been under the other treatment. */
    public double otherwise(int unit) {
        int arm = (int) x[unit];
        double noise = (y[unit] - mean(unit, arm)) / scales[arm];
        return mean(unit, 1 - arm) + scales[1 - arm] * noise;
    }

    /** What the treatment does to a unit. */
    public double effect(int unit) {
        double change = otherwise(unit) - y[unit];
        return x[unit] == 1 ? -change : change;
    }

    /** What it says of each unit against what is true. */
    public Plane plane(Sample sample) {
        double[] truth = new double[y.length];
        double[] said = new double[y.length];
        Arrays.setAll(truth, sample::effect);
        Arrays.setAll(said, this::effect);
        return Plane.of("true effect on the unit", "effect by abduction, action, prediction")
                .line("equal", new double[] {-1, 3}, new double[] {-1, 3})
                .points("units", truth, said);
    }
}
