package dev.assay.experiments.sampling;

/** Autocovariances of a series at every lag, by the fast Fourier transform. */
final class Autocovariance {
    private Autocovariance() {}

    /** At lag t, the sum of (x₀ − x̄)(xₜ − x̄) … divided by n, for t from 0 to n − 1. */
    static double[] of(double[] series) {
        int n = series.length;
        double mean = 0;
        for (double value : series) {
            mean += value / n;
        }
        int size = Integer.highestOneBit(Math.max(1, 2 * n - 1)) * 2; // zeros keep the ends from meeting
        double[] real = new double[size];
        double[] imaginary = new double[size];
        for (int i = 0; i < n; i++) {
            real[i] = series[i] - mean;
        }
        transform(real, imaginary);
        for (int i = 0; i < size; i++) {
            real[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
            imaginary[i] = 0;
        }
        transform(real, imaginary); // the spectrum is even, so forwards is backwards
        double[] covariance = new double[n];
        for (int lag = 0; lag < n; lag++) {
            covariance[lag] = real[lag] / size / n;
        }
        return covariance;
    }

    /** Cooley and Tukey's transform in place; the length is a power of two. */
    private static void transform(double[] real, double[] imaginary) {
        int n = real.length;
        for (int i = 1; i < n; i++) {
            int j = Integer.reverse(i) >>> (Integer.numberOfLeadingZeros(n) + 1);
            if (i < j) {
                swap(real, i, j);
                swap(imaginary, i, j);
            }
        }
        for (int half = 1; half < n; half *= 2) {
            double angle = -Math.PI / half;
            for (int k = 0; k < half; k++) {
                double cosine = Math.cos(angle * k);
                double sine = Math.sin(angle * k);
                for (int a = k; a < n; a += 2 * half) {
                    int b = a + half;
                    double re = real[b] * cosine - imaginary[b] * sine;
                    double im = real[b] * sine + imaginary[b] * cosine;
                    real[b] = real[a] - re;
                    imaginary[b] = imaginary[a] - im;
                    real[a] += re;
                    imaginary[a] += im;
                }
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
