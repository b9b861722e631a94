package dev.assay.experiments.sampling;

import java.util.Arrays;
import java.util.List;

/** Means and standard deviations of some quantities. */
public final class Moments {
    private final double[] mean;
    private final double[] sd;

    /**
     * Moments that are known.
     *
     * @param mean one mean a quantity
     * @param sd one standard deviation a quantity, above 0
     */
    public Moments(double[] mean, double[] sd) {
        if (mean.length != sd.length) {
            throw new IllegalArgumentException(
                    mean.length + " means go with as many standard deviations, not " + sd.length);
        }
        this.mean = mean.clone();
        this.sd = sd.clone();
    }

    /**
     * The moments of draws; the variance divides by n − 1.
     *
     * @param draws each with a value for every quantity; at least two
     */
    public static Moments of(List<double[]> draws) {
        if (draws.size() < 2) {
            throw new IllegalArgumentException("a standard deviation needs at least 2 draws, not " + draws.size());
        }
        int n = draws.size();
        double[] mean = new double[draws.get(0).length];
        for (double[] draw : draws) {
            Arrays.setAll(mean, q -> mean[q] + draw[q] / n);
        }
        double[] variance = new double[mean.length];
        for (double[] draw : draws) {
            Arrays.setAll(variance, q -> variance[q] + (draw[q] - mean[q]) * (draw[q] - mean[q]) / (n - 1));
        }
        return new Moments(mean, Arrays.stream(variance).map(Math::sqrt).toArray());
    }

    /** The means. */
    public double[] mean() {
        return mean.clone();
    }

    /** The standard deviations. */
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
