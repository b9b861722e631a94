package dev.assay.experiments.data;

import dev.assay.RandomStream;
import java.util.List;

/** Two rings around the origin of radius 1 and 2, equally likely, with normal noise on a point's distance from the origin. */
public final class Rings {
    private static final List<String> FEATURES = List.of("x", "y");
    private static final List<String> CLASSES = List.of("inner", "outer");
    private static final double[] RADII = {1, 2};

    private Rings() {}

    /**
     * Independent points; the class says which ring.
     *
     * @param n the number of points
     * @param noise the standard deviation of a point's distance from its ring, above 0 and at most .25, so that no noise
     *     carries a point through the origin
     */
    public static Table draw(int n, double noise, RandomStream random) {
        requireNoise(noise);
        double[][] x = new double[n][];
        int[] y = new int[n];
        for (int i = 0; i < n; i++) {
            y[i] = random.nextInt(RADII.length);
            double angle = 2 * Math.PI * random.nextDouble();
            double radius = RADII[y[i]] + noise * random.nextGaussian();
            x[i] = new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
        }
        return Table.of(FEATURES, x, y, CLASSES);
    }

    /** The logarithm of the density that {@link #draw} draws from, at a point. */
    public static double logDensity(double[] point, double noise) {
        requireNoise(noise);
        double r = Math.hypot(point[0], point[1]);
        double alongRadius = 0;
        for (double radius : RADII) {
            double distance = (r - radius) / noise;
            alongRadius += Math.exp(-distance * distance / 2) / (noise * Math.sqrt(2 * Math.PI)) / RADII.length;
        }
        return Math.log(alongRadius) - Math.log(2 * Math.PI * r);
    }

    private static void requireNoise(double noise) {
        if (!(noise > 0 && noise <= 0.25)) {
            throw new IllegalArgumentException("rings have a noise above 0 and at most 0.25, not " + noise);
        }
    }
}
