package dev.assay.experiments.sampling;

import dev.assay.chart.Plane;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pictures of two of a target's quantities.
 *
 * @param first the index of the horizontal one
 * @param firstName its name
 * @param second the index of the vertical one
 * @param secondName its name
 */
public record DrawsPlane(int first, String firstName, int second, String secondName) {
    private static final int POINTS = 1000;
    private static final int CELLS = 60;

    /** How many true standard deviations the density is drawn to either side of the mean. */
    private static final double REACH = 3;

    /** Up to a thousand draws, evenly taken, over what is known of the target. */
    public Plane draws(LogDensity target, List<double[]> draws) {
        Plane plane = Plane.of(firstName, secondName);
        plane = target.dimensions() == 2 ? density(plane, target) : cross(plane, target.moments());
        int count = Math.min(POINTS, draws.size());
        double[][] some = IntStream.range(0, count)
                .mapToObj(i -> draws.get((int) ((long) i * draws.size() / count)))
                .toArray(double[][]::new);
        return plane.points("draws", column(some, first), column(some, second));
    }

    /** The first quantity along each chain, at up to 250 places. */
    public Plane traces(Chains chains) {
        Plane plane = Plane.of("draw after the warm-up", firstName);
        double[][] traces = chains.traces(first);
        for (int c = 0; c < traces.length; c++) {
            double[] trace = traces[c];
            int places = Math.min(POINTS / traces.length, trace.length);
            double[] x = IntStream.range(0, places)
                    .mapToDouble(i -> Math.floor((double) i * trace.length / places))
                    .toArray();
            double[] y = Arrays.stream(x).map(i -> trace[(int) i]).toArray();
            plane = plane.line("chain " + (c + 1), x, y);
        }
        return plane;
    }

    /** The density relative to its highest value on the grid. */
    private static Plane density(Plane plane, LogDensity target) {
        Moments moments = target.moments();
        double[] low = new double[2];
        double[] high = new double[2];
        for (int i = 0; i < 2; i++) {
            low[i] = moments.mean()[i] - REACH * moments.sd()[i];
            high[i] = moments.mean()[i] + REACH * moments.sd()[i];
        }
        double[][] values = new double[CELLS][CELLS];
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column < CELLS; column++) {
                values[row][column] = target.value(new double[] {
                    low[0] + (high[0] - low[0]) * column / (CELLS - 1), low[1] + (high[1] - low[1]) * row / (CELLS - 1)
                });
            }
        }
        double highest =
                Arrays.stream(values).flatMapToDouble(Arrays::stream).max().orElseThrow();
        double[][] relative = Arrays.stream(values)
                .map(row -> Arrays.stream(row).map(v -> Math.exp(v - highest)).toArray())
                .toArray(double[][]::new);
        return plane.heat("density", relative, low[0], high[0], low[1], high[1]);
    }

    private Plane cross(Plane plane, Moments moments) {
        double x = moments.mean()[first];
        double y = moments.mean()[second];
        double dx = moments.sd()[first];
        double dy = moments.sd()[second];
        String name = "true mean ± sd";
        return plane.line(name, new double[] {x - dx, x + dx}, new double[] {y, y})
                .line(name, new double[] {x, x}, new double[] {y - dy, y + dy});
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }
}
