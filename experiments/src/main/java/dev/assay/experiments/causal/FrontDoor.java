package dev.assay.experiments.causal;

/**
 * What the treatment does to a mediator, times what the mediator does to the outcome with the treatment held fixed, averaged over
 * the treatments (Pearl 1995). The outcome is linear in the mediator within each arm.
 */
public final class FrontDoor implements Equations {
    private static final int SHARE = 0;
    private static final int MEDIATOR = 1;
    private static final int OUTCOME = 3;
    private static final int EFFECT = 7;

    private final double[] x;
    private final double[] m;
    private final double[] y;

    /**
     * An estimator.
     *
     * @param mediator the one variable of the front door
     */
    public FrontDoor(Sample sample, String mediator) {
        x = sample.treatments();
        m = sample.column(mediator);
        y = sample.outcomes();
    }

    @Override
    public int unknowns() {
        return EFFECT + 1;
    }

    @Override
    public int units() {
        return y.length;
    }

    @Override
    public void write(int unit, double[] theta, double[] psi, double[][] slopes) {
        psi[SHARE] = x[unit] - theta[SHARE];
        slopes[SHARE][SHARE]--;
        for (int arm = 0; arm < 2; arm++) {
            double there = arm == 1 ? x[unit] : 1 - x[unit];
            psi[MEDIATOR + arm] = there * (m[unit] - theta[MEDIATOR + arm]);
            int intercept = OUTCOME + 2 * arm;
            double residual = there * (y[unit] - theta[intercept] - theta[intercept + 1] * m[unit]);
            psi[intercept] = residual;
            psi[intercept + 1] = residual * m[unit];
            slopes[MEDIATOR + arm][MEDIATOR + arm] -= there;
            slopes[intercept][intercept] -= there;
            slopes[intercept][intercept + 1] -= there * m[unit];
            slopes[intercept + 1][intercept] -= there * m[unit];
            slopes[intercept + 1][intercept + 1] -= there * m[unit] * m[unit];
        }
        double slope = (1 - theta[SHARE]) * theta[OUTCOME + 1] + theta[SHARE] * theta[OUTCOME + 3];
        double moved = theta[MEDIATOR + 1] - theta[MEDIATOR];
        psi[EFFECT] = slope * moved - theta[EFFECT];
        slopes[EFFECT][SHARE] += (theta[OUTCOME + 3] - theta[OUTCOME + 1]) * moved;
        slopes[EFFECT][MEDIATOR] -= slope;
        slopes[EFFECT][MEDIATOR + 1] += slope;
        slopes[EFFECT][OUTCOME + 1] += (1 - theta[SHARE]) * moved;
        slopes[EFFECT][OUTCOME + 3] += theta[SHARE] * moved;
        slopes[EFFECT][EFFECT]--;
    }
}
