package dev.assay.experiments.data;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Spreads numbers that were rounded evenly over what rounds to them. A density of rounded numbers has no upper limit: a model
 * could put all on the points where they lie. Of spread ones it has (Uria, Murray and Larochelle 2013).
 */
public final class Dequantisation {
    private final double[] steps;

    private Dequantisation(double[] steps) {
        this.steps = steps;
    }

    /**
     * Spreads each column by its own step.
     *
     * @param steps the width of what rounds to one number, from 0; 0 leaves a column as it is
     */
    public static Dequantisation of(double... steps) {
        for (double step : steps) {
            if (!(step >= 0) || Double.isInfinite(step)) {
                throw new IllegalArgumentException("a rounding step is a number from 0, not " + step);
            }
        }
        return new Dequantisation(steps.clone());
    }

    /** Rounds each number to its column's step and moves it by up to half a step, as a new array. */
    public double[] apply(double[] row, RandomGenerator random) {
        if (row.length != steps.length) {
            throw new IllegalArgumentException(
                    "there are rounding steps for " + steps.length + " columns; the row has " + row.length);
        }
        double[] spread = row.clone();
        for (int c = 0; c < row.length; c++) {
            if (steps[c] > 0) {
                spread[c] = steps[c] * (Math.rint(row[c] / steps[c]) + random.nextDouble() - 0.5);
            }
        }
        return spread;
    }

    /** The same for every row. */
    public double[][] apply(double[][] rows, RandomGenerator random) {
        return Arrays.stream(rows).map(row -> apply(row, random)).toArray(double[][]::new);
    }
}
