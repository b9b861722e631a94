package dev.assay.experiments.sampling;

import java.util.Arrays;

/**
 * How much several chains of one quantity differ, and what their draws are worth as independent ones, each chain counting as two,
 * its first and its second half (Gelman et al. 2013, §11.4 and §11.5). Draws count by their own values: to know the mean.
 */
final class SplitChains {
    private final double[][] halves;
    private final double within;
    private final double total;

    /**
     * Looks at chains.
     *
     * @param halves {@code [half chain][draw]}, equally many draws in each, at least 2
     */
    private SplitChains(double[][] halves) {
        this.halves = halves;
        int n = halves[0].length;
        double[] means = Arrays.stream(halves).mapToDouble(SplitChains::mean).toArray();
        within = Arrays.stream(halves)
                .mapToDouble(SplitChains::variance)
                .average()
                .orElseThrow();
        total = (n - 1) * within / n + variance(means);
    }

    /** Halves that were cut already. */
    static SplitChains ofHalves(double[][] halves) {
        return new SplitChains(halves);
    }

    /**
     * Cuts each chain in two; of an odd number of draws the middle one is left out.
     *
     * @param chains {@code [chain][draw]}, at least 4 draws and equally many in each
     */
    static SplitChains of(double[][] chains) {
        return new SplitChains(halves(chains));
    }

    /** The first and the second half of each chain. */
    static double[][] halves(double[][] chains) {
        if (chains[0].length < 4) {
            throw new IllegalArgumentException("half a chain needs 2 draws, so give 4, not " + chains[0].length);
        }
        int n = chains[0].length / 2;
        double[][] halves = new double[2 * chains.length][];
        for (int c = 0; c < chains.length; c++) {
            halves[2 * c] = Arrays.copyOf(chains[c], n);
            halves[2 * c + 1] = Arrays.copyOfRange(chains[c], chains[c].length - n, chains[c].length);
        }
        return halves;
    }

    /** R̂: the spread of all draws against the spread within chains; 1 when chains agree, infinite when none moves. */
    double rHat() {
        return within > 0 ? Math.sqrt(total / within) : Double.POSITIVE_INFINITY;
    }

    /**
     * How many independent draws would know the mean as well; 0 when no chain moves. Geyer's initial monotone sequence: sums of
     * neighbouring lags are positive and fall; from where they do not it is noise. The lag after them, if positive, counts once,
     * for it balances what alternates.
     */
    double effectiveSamples() {
        if (!(within > 0)) {
            return 0;
        }
        int n = halves[0].length;
        double[] covariance = new double[n];
        for (double[] half : halves) {
            double[] own = Autocovariance.of(half);
            Arrays.setAll(covariance, lag -> covariance[lag] + own[lag] / halves.length);
        }
        double time = -1;
        double smallest = Double.POSITIVE_INFINITY;
        for (int lag = 0; lag + 1 < n; lag += 2) {
            double even = lag == 0 ? 1 : 1 - (within - covariance[lag]) / total;
            double pair = even + 1 - (within - covariance[lag + 1]) / total;
            if (pair <= 0) {
                time += Math.max(0, even);
                break;
            }
            smallest = Math.min(smallest, pair);
            time += 2 * smallest;
        }
        double draws = (double) n * halves.length;
        // Antithetic chains can beat independent draws; the bound keeps an estimate of a time near 0 from running off.
        return draws / Math.max(time, 1 / Math.log10(draws));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.length - 1);
    }
}
