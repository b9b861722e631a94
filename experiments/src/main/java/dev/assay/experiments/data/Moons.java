package dev.assay.experiments.data;

import dev.assay.RandomStream;
import java.util.List;

/**
 * Two interleaved half circles, as scikit-learn's {@code make_moons} defines them: the outer moon is (cos t, sin t), the
 * inner one (1 − cos t, ½ − sin t), each at equally spaced t from 0 to π, ends included; then normal noise is added.
 */
public final class Moons {
    private static final List<String> FEATURES = List.of("x", "y");
    private static final List<String> CLASSES = List.of("outer", "inner");

    private static final int ANGLES = 500;

    private Moons() {}

    /**
     * Draws them in random order; only order and noise are random.
     *
     * @param n the number of points, at least 4; half of them, rounded down, on the outer moon (class 0)
     * @param noise the standard deviation of the noise on each coordinate, at least 0
     */
    public static Table draw(int n, double noise, RandomStream random) {
        if (n < 4 || !(noise >= 0)) {
            throw new IllegalArgumentException(
                    "moons have at least 4 points and a noise of at least 0, not " + n + " and " + noise);
        }
        int outer = n / 2;
        double[][] x = new double[n][];
        int[] y = new int[n];
        int place = 0;
        for (int i : random.permutation(n)) {
            boolean isOuter = i < outer;
            double angle = Math.PI * (isOuter ? i / (outer - 1.0) : (i - outer) / (n - outer - 1.0));
            double right = isOuter ? Math.cos(angle) : 1 - Math.cos(angle);
            double up = isOuter ? Math.sin(angle) : 0.5 - Math.sin(angle);
            x[place] = new double[] {right + noise * random.nextGaussian(), up + noise * random.nextGaussian()};
            y[place++] = isOuter ? 0 : 1;
        }
        return Table.of(FEATURES, x, y, CLASSES);
    }

    /**
     * The logarithm of the density that {@link #draw} draws from, at a point: that of evenly spread angles, by the midpoint
     * rule. Below a noise of .02 the rule is too coarse.
     */
    public static double logDensity(double[] point, double noise) {
        if (!(noise >= 0.02)) {
            throw new IllegalArgumentException("the density of moons needs a noise of at least 0.02, not " + noise);
        }
        double sum = 0;
        for (int i = 0; i < ANGLES; i++) {
            double angle = Math.PI * (i + 0.5) / ANGLES;
            double right = Math.cos(angle);
            double up = Math.sin(angle);
            sum += bump(point[0] - right, point[1] - up, noise);
            sum += bump(point[0] - 1 + right, point[1] - 0.5 + up, noise);
        }
        return Math.log(sum / (2 * ANGLES)) - Math.log(2 * Math.PI * noise * noise);
    }

    private static double bump(double right, double up, double noise) {
        return Math.exp(-(right * right + up * up) / (2 * noise * noise));
    }
}
