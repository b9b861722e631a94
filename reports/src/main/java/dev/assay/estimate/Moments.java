package dev.assay.estimate;

import java.util.Arrays;

/**
 * Mean, spread and order of finite values.
 *
 * <p>The result does not depend on the order in which the values come: they are sorted first, and summed in two passes, so
 * that constant values have a standard deviation of exactly 0.
 *
 * @param n how many values
 * @param mean their mean; NaN if there is none
 * @param sd the standard deviation with divisor n − 1; NaN below two values
 * @param median the middle value, or the mean of the middle two; NaN if there is none
 * @param min the smallest; NaN if there is none
 * @param max the largest; NaN if there is none
 */
public record Moments(int n, double mean, double sd, double median, double min, double max) {
    /**
     * The moments of these values.
     *
     * @throws IllegalArgumentException if a value is NaN or infinite
     */
    public static Moments of(double... values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("moments are taken of finite values, not of " + value);
            }
        }
        int n = values.length;
        if (n == 0) {
            return new Moments(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double mean = mean(sorted);
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        double median = n % 2 == 1 ? sorted[n / 2] : sorted[n / 2 - 1] / 2 + sorted[n / 2] / 2;
        return new Moments(
                n, mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)), median, sorted[0], sorted[n - 1]);
    }

    /** The mean relative to the first value, which is exact where all are equal and does not overflow early. */
    private static double mean(double[] sorted) {
        double middle = sorted[sorted.length / 2];
        double sum = 0;
        for (double value : sorted) {
            sum += value - middle;
        }
        return middle + sum / sorted.length;
    }
}
