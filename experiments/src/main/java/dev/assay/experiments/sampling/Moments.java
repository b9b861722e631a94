package dev.assay.experiments.sampling;

import java.util.Arrays;

/**
 * Means and standard deviations of some quantities.
 *
 * @param mean one mean a quantity
 * @param sd one standard deviation a quantity, above 0
 */
public record Moments(double[] mean, double[] sd) {
    public Moments {
        if (mean.length != sd.length) {
            throw new IllegalArgumentException(
                    mean.length + " means go with as many standard deviations, not " + sd.length);
        }
        mean = mean.clone();
        sd = sd.clone();
    }

    /**
     * The moments of draws; the variance divides by n − 1.
     *
     * @param draws {@code [draw][quantity]}, at least two
     */
    public static Moments of(double[][] draws) {
        if (draws.length < 2) {
            throw new IllegalArgumentException("a standard deviation needs at least 2 draws, not " + draws.length);
        }
        int n = draws.length;
        double[] mean = new double[draws[0].length];
        for (double[] draw : draws) {
            Arrays.setAll(mean, q -> mean[q] + draw[q] / n);
        }
        double[] variance = new double[mean.length];
        for (double[] draw : draws) {
            Arrays.setAll(variance, q -> variance[q] + (draw[q] - mean[q]) * (draw[q] - mean[q]) / (n - 1));
        }
        return new Moments(mean, Arrays.stream(variance).map(Math::sqrt).toArray());
    }

    @Override
    public double[] mean() {
        return mean.clone();
    }

    @Override
    public double[] sd() {
        return sd.clone();
    }

    /** How far the means lie from the true ones, in true standard deviations; the average over quantities. */
    public double meanError(Moments truth) {
        double sum = 0;
        for (int q = 0; q < mean.length; q++) {
            sum += Math.abs(mean[q] - truth.mean[q]) / truth.sd[q];
        }
        return sum / mean.length;
    }

    /** The relative error of the standard deviations; the average over quantities. */
    public double sdError(Moments truth) {
        double sum = 0;
        for (int q = 0; q < sd.length; q++) {
            sum += Math.abs(sd[q] / truth.sd[q] - 1);
        }
        return sum / sd.length;
    }
}
