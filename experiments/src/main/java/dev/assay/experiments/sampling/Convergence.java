package dev.assay.experiments.sampling;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether several chains agree on one quantity, and what their draws are worth: rank-normalised split R̂, which is the larger of that
 * of the draws and that of their distances from the median, and the effective samples of the bulk (Vehtari et al. 2021, §4). Ranks
 * make both sound for quantities without a mean or a variance, and distances see chains that differ in spread alone.
 */
final class Convergence {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final SplitChains bulk;
    private final SplitChains folded;

    /**
     * Looks at one quantity.
     *
     * @param chains {@code [chain][draw]}, at least 4 draws and equally many in each
     */
    Convergence(double[][] chains) {
        double[][] halves = SplitChains.halves(chains);
        double median = median(sorted(halves));
        double[][] distances = Arrays.stream(halves)
                .map(half -> Arrays.stream(half).map(x -> Math.abs(x - median)).toArray())
                .toArray(double[][]::new);
        bulk = SplitChains.ofHalves(normalScores(halves));
        folded = SplitChains.ofHalves(normalScores(distances));
    }

    /** R̂: 1 when chains agree, infinite when none moves. */
    double rHat() {
        return Math.max(bulk.rHat(), folded.rHat());
    }

    /** How many independent draws would know the middle of the distribution as well; 0 when no chain moves. */
    double effectiveSamples() {
        return bulk.effectiveSamples();
    }

    /** The normal quantile at the rank of each number among all; equal ones share the mean of their ranks. */
    static double[][] normalScores(double[][] rows) {
        double[] sorted = sorted(rows);
        double[] scores = new double[sorted.length];
        for (int from = 0; from < sorted.length; ) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            Arrays.fill(
                    scores,
                    from,
                    to,
                    NORMAL.inverseCumulativeProbability((rank - 3.0 / 8) / (sorted.length + 1.0 / 4)));
            from = to;
        }
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(row)
                        .map(x -> scores[Arrays.binarySearch(sorted, x)])
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double[] sorted(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).sorted().toArray();
    }

    private static double median(double[] sorted) {
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
