package dev.assay.estimate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's correction of several p-values, which bounds the chance of one false rejection among them (Holm, "A simple
 * sequentially rejective multiple test procedure", 1979).
 */
public final class Holm {
    private Holm() {}

    /**
     * The corrected p-values, in the order given.
     *
     * @param raw p-values; a NaN, where no test was possible, stays NaN and does not count
     */
    public static double[] correct(double... raw) {
        List<Integer> order = IntStream.range(0, raw.length)
                .filter(i -> !Double.isNaN(raw[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> raw[i]))
                .toList();
        double[] corrected = new double[raw.length];
        java.util.Arrays.fill(corrected, Double.NaN);
        double largest = 0;
        for (int rank = 0; rank < order.size(); rank++) {
            int i = order.get(rank);
            largest = Math.max(largest, Math.min(1, raw[i] * (order.size() - rank)));
            corrected[i] = largest;
        }
        return corrected;
    }
}
