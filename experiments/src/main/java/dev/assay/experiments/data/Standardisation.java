package dev.assay.experiments.data;

import java.util.Arrays;

/**
 * Shifts and scales each column to mean 0 and standard deviation 1 <em>of the rows it was fitted on</em>, so that nothing of
 * a test row leaks into training. The deviation divides by n; a column that does not vary is only shifted.
 */
public final class Standardisation {
    private final double[] mean;
    private final double[] deviation;

    private Standardisation(double[] mean, double[] deviation) {
        this.mean = mean;
        this.deviation = deviation;
    }

    /**
     * Fits it.
     *
     * @throws IllegalArgumentException if the table has no rows
     */
    public static Standardisation of(Table train) {
        if (train.size() == 0) {
            throw new IllegalArgumentException("a table of 0 rows has no mean; fit on at least one row");
        }
        double[] mean = new double[train.width()];
        double[] deviation = new double[train.width()];
        for (int column = 0; column < train.width(); column++) {
            int c = column;
            double[] values =
                    Arrays.stream(train.x()).mapToDouble(row -> row[c]).toArray();
            double centre = Arrays.stream(values).average().orElseThrow();
            double variance = Arrays.stream(values)
                    .map(value -> (value - centre) * (value - centre))
                    .average()
                    .orElseThrow();
            mean[c] = centre;
            // A constant column's computed variance is rounding, not spread.
            boolean constant = Arrays.stream(values).allMatch(value -> value == values[0]);
            deviation[c] = constant ? 1 : Math.sqrt(variance);
        }
        return new Standardisation(mean, deviation);
    }

    /**
     * One row on the new scale.
     *
     * @throws IllegalArgumentException if it has another number of values than the rows that this was fitted on
     */
    public double[] apply(double[] row) {
        if (row.length != mean.length) {
            throw new IllegalArgumentException(
                    "this standardisation was fitted on " + mean.length + " columns; the row has " + row.length);
        }
        double[] scaled = new double[row.length];
        Arrays.setAll(scaled, c -> (row[c] - mean[c]) / deviation[c]);
        return scaled;
    }

    /** The same table on the new scale. */
    public Table apply(Table table) {
        return Table.of(
                table.features(),
                Arrays.stream(table.x()).map(this::apply).toArray(double[][]::new),
                table.y(),
                table.classes());
    }
}
