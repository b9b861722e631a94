package dev.assay.experiments.adversarial;

import java.util.Arrays;

/**
 * How far apart two sets of points of the plane are: the mean, over directions, of the Wasserstein-1 distance between their
 * shadows, which for equally many numbers is the mean difference of the sorted ones (Bonneel et al. 2015).
 */
public final class SlicedWasserstein {
    private static final int DIRECTIONS = 32;

    private SlicedWasserstein() {}

    /**
     * The distance, over 32 directions at equal angles.
     *
     * @throws IllegalArgumentException if one set has more points than the other
     */
    public static double distance(double[][] one, double[][] other) {
        double sum = 0;
        for (int i = 0; i < DIRECTIONS; i++) {
            double angle = Math.PI * i / DIRECTIONS;
            sum += distance(shadow(one, angle), shadow(other, angle));
        }
        return sum / DIRECTIONS;
    }

    /** The Wasserstein-1 distance between two sets of equally many numbers, which are sorted in place. */
    static double distance(double[] one, double[] other) {
        if (one.length != other.length || one.length == 0) {
            throw new IllegalArgumentException("a distance by sorting needs equally many points of both sets, not "
                    + one.length + " and " + other.length);
        }
        Arrays.sort(one);
        Arrays.sort(other);
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs(one[i] - other[i]);
        }
        return sum / one.length;
    }

    private static double[] shadow(double[][] points, double angle) {
        double right = Math.cos(angle);
        double up = Math.sin(angle);
        return Arrays.stream(points)
                .mapToDouble(point -> right * point[0] + up * point[1])
                .toArray();
    }
}
