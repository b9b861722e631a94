package dev.assay.experiments.sampling;

import java.util.Arrays;

/**
 * Whether several chains agree, and what their draws of one quantity are worth: split R̂ and the effective sample size of Vehtari
 * et al. 2021, §3, on the values themselves, not on their ranks. Each chain counts as two, its first and its second half.
 */
final class Convergence {
    private final double[][] halves;
    private final double within;
    private final double total;

    /**
     * Looks at one quantity.
     *
     * @param chains {@code [chain][draw]}, at least 4 draws and equally many in each
     */
    Convergence(double[][] chains) {
        if (chains[0].length < 4) {
            throw new IllegalArgumentException("half a chain needs 2 draws, so give 4, not " + chains[0].length);
        }
        int n = chains[0].length / 2;
        halves = new double[2 * chains.length][];
        for (int c = 0; c < chains.length; c++) {
            halves[2 * c] = Arrays.copyOf(chains[c], n);
            halves[2 * c + 1] = Arrays.copyOfRange(chains[c], chains[c].length - n, chains[c].length);
        }
        double[] means = Arrays.stream(halves).mapToDouble(Convergence::mean).toArray();
        within = Arrays.stream(halves)
                .mapToDouble(Convergence::variance)
                .average()
                .orElseThrow();
        total = (n - 1) * within / n + variance(means);
    }

    /** R̂: the spread of all draws against the spread within chains; 1 when chains agree, infinite when none moves. */
    double rHat() {
        return within > 0 ? Math.sqrt(total / within) : Double.POSITIVE_INFINITY;
    }

    /** How many independent draws would know the mean as well; 0 when no chain moves. */
    double effectiveSamples() {
        if (!(within > 0)) {
            return 0;
        }
        int n = halves[0].length;
        double[] covariance = new double[n];
        for (double[] half : halves) {
            double[] own = Autocovariance.of(half);
            Arrays.setAll(covariance, lag -> covariance[lag] + own[lag] * n / (n - 1) / halves.length);
        }
        // Geyer's initial monotone sequence: sums of neighbouring lags are positive and fall; from where they do not it
        // is noise.
        double time = -1;
        double smallest = Double.POSITIVE_INFINITY;
        for (int lag = 0; lag + 1 < n; lag += 2) {
            double even = lag == 0 ? 1 : 1 - (within - covariance[lag]) / total;
            double pair = even + 1 - (within - covariance[lag + 1]) / total;
            if (pair <= 0) {
                break;
            }
            smallest = Math.min(smallest, pair);
            time += 2 * smallest;
        }
        double draws = (double) n * halves.length;
        // Antithetic chains can beat independent draws; the bound keeps an estimate of a time near 0 from running off.
        return Math.min(draws / Math.max(time, 1e-9), draws * Math.log10(draws));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
    }
}
