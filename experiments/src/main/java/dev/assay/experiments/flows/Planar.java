package dev.assay.experiments.flows;

/**
 * x ↦ x + û tanh(w·x + b): pushes space along û where the plane w·x + b = 0 is near. It can be inverted if w·û ≥ −1.
 *
 * <p>Its inverse has no closed form; along w it is the root of a rising function of one variable.
 */
final class Planar implements Bijection {
    /** Softplus of this is 1. */
    static final float REST = (float) Math.log(Math.E - 1);

    private final double[] w;
    private final double[] u;
    private final double b;
    private final double inner;

    /**
     * A planar map; the arrays are not copied.
     *
     * @param u the direction û, which fulfils w·û ≥ −1
     */
    Planar(double[] w, double[] u, double b) {
        this.w = w;
        this.u = u;
        this.b = b;
        inner = dot(w, u);
        if (!(inner >= -1 - 1e-9)) {
            throw new IllegalArgumentException(
                    "a planar flow with w·u = " + inner + " folds space; w·u is at least -1");
        }
    }

    /**
     * w·û = −1 + softplus(w·u + log(e − 1)) makes any u fit, by moving it along w (Rezende and Mohamed 2015, appendix A.1, but for
     * the constant, by which u = 0 is the identity).
     */
    static Planar constrained(double[] w, double[] free, double b) {
        double product = dot(w, free);
        double by = (Softplus.of(product + REST) - 1 - product) / dot(w, w);
        double[] u = new double[w.length];
        for (int i = 0; i < u.length; i++) {
            u[i] = free[i] + by * w[i];
        }
        return new Planar(w, u, b);
    }

    @Override
    public Image forward(double[] x) {
        double h = Math.tanh(dot(w, x) + b);
        double[] z = x.clone();
        for (int i = 0; i < z.length; i++) {
            z[i] += u[i] * h;
        }
        return new Image(z, Math.log(1 + inner * (1 - h * h)));
    }

    @Override
    public double[] inverse(double[] z) {
        double target = dot(w, z) + b;
        double reach = Math.abs(inner);
        double h = Math.tanh(Root.of(a -> a + inner * Math.tanh(a), target, target - reach, target + reach));
        double[] x = z.clone();
        for (int i = 0; i < x.length; i++) {
            x[i] -= u[i] * h;
        }
        return x;
    }

    private static double dot(double[] a, double[] c) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * c[i];
        }
        return sum;
    }
}
