package dev.assay.experiments.flows;

/**
 * x ↦ x + β h (x − x₀) with h = 1 / (α + r) and r = ‖x − x₀‖: draws space towards a point, or away from it. It can be inverted
 * if α &gt; 0 and β ≥ −α.
 *
 * <p>A point keeps its direction from x₀, and its distance goes through a rising function of one variable.
 */
final class Radial implements Bijection {
    private final double[] centre;
    private final double alpha;
    private final double beta;

    /** A radial map; the array is not copied. */
    Radial(double[] centre, double alpha, double beta) {
        if (!(alpha > 0 && beta >= -alpha)) {
            throw new IllegalArgumentException("a radial flow with alpha " + alpha + " and beta " + beta
                    + " folds space; alpha is above 0 and beta at least -alpha");
        }
        this.centre = centre;
        this.alpha = alpha;
        this.beta = beta;
    }

    @Override
    public Image forward(double[] x) {
        double h = 1 / (alpha + distance(x));
        double logDet =
                (x.length - 1) * Math.log(1 + beta * h) + Math.log(1 + alpha * beta * h * h); // βh + βh′r = αβh²
        return new Image(stretched(x, 1 + beta * h), logDet);
    }

    @Override
    public double[] inverse(double[] z) {
        double reached = distance(z);
        double r = Root.of(s -> s * (1 + beta / (alpha + s)), reached, 0, reached + Math.abs(beta));
        return stretched(z, 1 / (1 + beta / (alpha + r)));
    }

    private double distance(double[] x) {
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            squares += (x[i] - centre[i]) * (x[i] - centre[i]);
        }
        return Math.sqrt(squares);
    }

    private double[] stretched(double[] x, double by) {
        double[] z = new double[x.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = centre[i] + by * (x[i] - centre[i]);
        }
        return z;
    }
}
