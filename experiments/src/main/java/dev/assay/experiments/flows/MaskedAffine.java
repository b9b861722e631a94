package dev.assay.experiments.flows;

/**
 * zᵢ = (xᵢ − tᵢ) exp(sᵢ), where shift t and log-scale s come from a masked net of x: the layer of both RealNVP and MAF, which
 * differ in their {@link Masks} alone. Its Jacobian is triangular in the order of the degrees, so log |det J| = Σ sᵢ.
 */
final class MaskedAffine implements Bijection {
    /** A log-scale stays within ± this, softly. */
    static final int REACH = 3;

    private final Masks masks;
    private final double[][] in;
    private final double[] bias;
    private final double[][] out;

    /**
     * A layer; the arrays are not copied.
     *
     * @param in the weights {@code [unit][input]} of the hidden layer
     * @param bias the biases of the hidden units
     * @param out the weights {@code [2 × coordinate][unit]}: first of all log-scales, then of all shifts
     */
    MaskedAffine(Masks masks, double[][] in, double[] bias, double[][] out) {
        this.masks = masks;
        this.in = in;
        this.bias = bias;
        this.out = out;
    }

    @Override
    public Image forward(double[] x) {
        double[] said = net(x);
        double[] z = new double[x.length];
        double logDet = 0;
        for (int i = 0; i < z.length; i++) {
            double scale = scale(said[i]);
            z[i] = (x[i] - said[z.length + i]) * Math.exp(scale);
            logDet += scale;
        }
        return new Image(z, logDet);
    }

    /** Begins with z and computes all coordinates anew; each pass makes those of one more degree right. */
    @Override
    public double[] inverse(double[] z) {
        double[] x = z.clone();
        for (int pass = 0; pass < masks.passes(); pass++) {
            double[] said = net(x);
            for (int i = 0; i < x.length; i++) {
                x[i] = z[i] * Math.exp(-scale(said[i])) + said[x.length + i];
            }
        }
        return x;
    }

    private static double scale(double said) {
        return REACH * Math.tanh(said / REACH);
    }

    private double[] net(double[] x) {
        double[] hidden = new double[masks.units()];
        for (int unit = 0; unit < hidden.length; unit++) {
            double sum = bias[unit];
            for (int i = 0; i < x.length; i++) {
                sum += masks.hears(unit, i) ? in[unit][i] * x[i] : 0;
            }
            hidden[unit] = Math.tanh(sum);
        }
        double[] said = new double[2 * x.length];
        for (int i = 0; i < said.length; i++) {
            for (int unit = 0; unit < hidden.length; unit++) {
                said[i] += masks.says(i % x.length, unit) ? out[i][unit] * hidden[unit] : 0;
            }
        }
        return said;
    }
}
