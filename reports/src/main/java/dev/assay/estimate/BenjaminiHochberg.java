package dev.assay.estimate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Benjamini and Hochberg's correction of several p-values, which bounds the expected share of false ones among the rejected
 * ("Controlling the false discovery rate", 1995); it does so for independent tests and for positively dependent ones
 * (Benjamini and Yekutieli, 2001).
 */
public final class BenjaminiHochberg {
    private BenjaminiHochberg() {}

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
        Arrays.fill(corrected, Double.NaN);
        double smallest = 1;
        for (int rank = order.size(); rank > 0; rank--) {
            int i = order.get(rank - 1);
            smallest = Math.min(smallest, raw[i] * order.size() / rank);
            corrected[i] = smallest;
        }
        return corrected;
    }
}
