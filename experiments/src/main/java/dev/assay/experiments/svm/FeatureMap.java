package dev.assay.experiments.svm;

/**
 * The space behind a polynomial kernel, written out: φ(x)·φ(z) = (γ x·z + c)ᵈ.
 *
 * <p>With the coordinates x̃ = (√γ x₁, …, √γ xₙ, √c) the kernel is (x̃·z̃)ᵈ, and by the multinomial theorem φ holds, for every
 * way k of sharing d among the n + 1 coordinates, the monomial √(d! / ∏ kᵢ!) ∏ x̃ᵢ^kᵢ.
 */
public final class FeatureMap {
    private final Kernel.Polynomial kernel;

    private FeatureMap(Kernel.Polynomial kernel) {
        this.kernel = kernel;
    }

    /** The feature map of a kernel. */
    public static FeatureMap of(Kernel.Polynomial kernel) {
        return new FeatureMap(kernel);
    }

    /** The number of features of points of n coordinates: (n + d) choose d. */
    public int dimensions(int n) {
        long dimensions = 1;
        for (int i = 1; i <= kernel.degree(); i++) {
            dimensions = dimensions * (n + i) / i; // each product of i consecutive numbers divides by i!
        }
        return Math.toIntExact(dimensions);
    }

    /** φ(x). */
    public double[] apply(double[] x) {
        double[] extended = new double[x.length + 1];
        for (int i = 0; i < x.length; i++) {
            extended[i] = Math.sqrt(kernel.gamma()) * x[i];
        }
        extended[x.length] = Math.sqrt(kernel.coef0());
        double[] features = new double[dimensions(x.length)];
        int written = write(extended, 0, kernel.degree(), 1, 1, features, 0);
        if (written != features.length) {
            throw new AssertionError(written + " features written, " + features.length + " counted");
        }
        return features;
    }

    /**
     * Writes the monomials that share the degree left among the coordinates from {@code coordinate} on.
     *
     * @param ways in how many ways the degrees shared so far can be ordered: the multinomial coefficient
     * @return where the next feature goes
     */
    private int write(
            double[] x, int coordinate, int left, double ways, double monomial, double[] features, int place) {
        if (coordinate == x.length - 1) {
            features[place] = Math.sqrt(ways) * monomial * Math.pow(x[coordinate], left);
            return place + 1;
        }
        int next = place;
        double choices = 1; // left choose power
        double power = 1;
        for (int k = 0; k <= left; k++) {
            next = write(x, coordinate + 1, left - k, ways * choices, monomial * power, features, next);
            choices = choices * (left - k) / (k + 1);
            power *= x[coordinate];
        }
        return next;
    }

    /**
     * The largest |K(x, z) − φ(x)·φ(z)| over all pairs of these points.
     *
     * @param points the points, of equally many coordinates
     */
    public double largestDifference(double[][] points) {
        double[][] features = new double[points.length][];
        double largest = 0;
        for (int i = 0; i < points.length; i++) {
            features[i] = apply(points[i]);
            for (int j = 0; j <= i; j++) {
                double inner = new Kernel.Linear().of(features[i], features[j]);
                largest = Math.max(largest, Math.abs(kernel.of(points[i], points[j]) - inner));
            }
        }
        return largest;
    }
}
