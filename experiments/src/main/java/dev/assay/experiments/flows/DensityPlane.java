package dev.assay.experiments.flows;

import dev.assay.chart.Plane;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Pictures of two coordinates.
 *
 * @param across the index of the horizontal one
 * @param acrossName its name
 * @param left where the picture begins
 * @param right where it ends
 * @param up the index of the vertical one
 * @param upName its name
 * @param bottom where the picture begins
 * @param top where it ends
 */
public record DensityPlane(
        int across, String acrossName, double left, double right, int up, String upName, double bottom, double top) {
    private static final int CELLS = 80;

    /**
     * A density of these two coordinates, relative to its highest value on a grid.
     *
     * @param logDensity its logarithm at (across, up), up to a constant
     */
    public Plane density(ToDoubleFunction<double[]> logDensity) {
        double[][] values = new double[CELLS][CELLS];
        double highest = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column < CELLS; column++) {
                values[row][column] = logDensity.applyAsDouble(new double[] {
                    left + (right - left) * column / (CELLS - 1), bottom + (top - bottom) * row / (CELLS - 1)
                });
                highest = Math.max(highest, values[row][column]);
            }
        }
        for (double[] row : values) {
            for (int column = 0; column < CELLS; column++) {
                row[column] = Math.exp(row[column] - highest);
            }
        }
        return Plane.of(acrossName, upName).heat("density", values, left, right, bottom, top);
    }

    /** Rows as points. */
    public Plane rows(String name, List<double[]> rows) {
        return rows(Plane.of(acrossName, upName), name, rows);
    }

    /** The same plane with up to 500 rows as points on top; those outside of the picture are left out. */
    public Plane rows(Plane plane, String name, List<double[]> rows) {
        List<double[]> inside = rows.stream()
                .filter(row -> row[across] >= left && row[across] <= right && row[up] >= bottom && row[up] <= top)
                .limit(500)
                .toList();
        return plane.points(
                name,
                inside.stream().mapToDouble(row -> row[across]).toArray(),
                inside.stream().mapToDouble(row -> row[up]).toArray());
    }
}
