package dev.assay.experiments.causal;

/**
 * How much the outcome moves with the instrument over how much the treatment does (Wald 1940), which for one instrument is
 * two-stage least squares.
 */
public final class InstrumentalVariable implements Equations {
    private final double[] x;
    private final double[] instrument;
    private final double[] y;

    /** An estimator by an instrument. */
    public InstrumentalVariable(Sample sample, String instrument) {
        x = sample.treatments();
        this.instrument = sample.column(instrument);
        y = sample.outcomes();
    }

    @Override
    public int unknowns() {
        return 2;
    }

    @Override
    public int units() {
        return y.length;
    }

    @Override
    public void write(int unit, double[] theta, double[] psi, double[][] slopes) {
        double residual = y[unit] - theta[0] - theta[1] * x[unit];
        psi[0] = residual;
        psi[1] = residual * instrument[unit];
        slopes[0][0]--;
        slopes[0][1] -= x[unit];
        slopes[1][0] -= instrument[unit];
        slopes[1][1] -= x[unit] * instrument[unit];
    }
}
