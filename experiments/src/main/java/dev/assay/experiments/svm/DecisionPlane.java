package dev.assay.experiments.svm;

import dev.assay.chart.Plane;
import dev.assay.experiments.data.Standardisation;
import dev.assay.experiments.data.Table;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The picture of a machine between two classes of points in the plane: the decision function as heat, with contours at the
 * boundary (0) and at both edges of the street (±1), and the training points, those that hold it up apart from the rest.
 */
public final class DecisionPlane {
    private static final int CELLS = 61;
    private static final double CUT = 3; // beyond, colour would tell nothing of the street
    private static final double RIM = 0.25;

    private DecisionPlane() {}

    /**
     * Draws it over the raw scales.
     *
     * @param machine what was trained on the standardised rows
     * @param scale their standardisation
     * @param train the rows as they were before it
     * @throws IllegalArgumentException if there are not two features and two classes: a plane shows nothing more
     */
    public static Plane of(SupportVectorMachine machine, Standardisation scale, Table train) {
        if (train.width() != 2 || machine.pairs().size() != 1) {
            throw new IllegalArgumentException("a plane shows one boundary over two features, not "
                    + machine.pairs().size() + " over " + train.width());
        }
        double[][] x = train.x();
        double left = column(x, 0).min().orElseThrow() - RIM;
        double right = column(x, 0).max().orElseThrow() + RIM;
        double bottom = column(x, 1).min().orElseThrow() - RIM;
        double top = column(x, 1).max().orElseThrow() + RIM;
        TwoClassMachine pair = machine.pairs().get(0);
        double[][] heights = new double[CELLS][CELLS];
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column < CELLS; column++) {
                double[] point = {
                    left + (right - left) * column / (CELLS - 1), bottom + (top - bottom) * row / (CELLS - 1)
                };
                heights[row][column] = height(pair, scale.apply(point));
            }
        }
        Plane plane = Plane.of(train.features().get(0), train.features().get(1))
                .heat("decision function, cut at ±3", heights, left, right, bottom, top, -1, 0, 1);
        plane = points(plane, machine, train, false);
        return points(plane, machine, train, true);
    }

    /** The decision function, positive towards class 1, to three decimals. */
    private static double height(TwoClassMachine pair, double[] point) {
        double height = (pair.positive() == 1 ? 1 : -1) * pair.decide(point);
        return Math.rint(1000 * Math.max(-CUT, Math.min(CUT, height))) / 1000;
    }

    private static Plane points(Plane plane, SupportVectorMachine machine, Table train, boolean supporting) {
        int[] y = train.y();
        boolean[] supports = new boolean[y.length];
        for (int row : machine.supportRows()) {
            supports[row] = true;
        }
        Plane more = plane;
        for (int c = 0; c < train.classes().size(); c++) {
            int label = c;
            double[][] points = train.rows(IntStream.range(0, y.length)
                            .filter(row -> y[row] == label && supports[row] == supporting)
                            .toArray())
                    .x();
            more = more.points(
                    train.classes().get(c) + (supporting ? ", support vector" : ""),
                    column(points, 0).toArray(),
                    column(points, 1).toArray());
        }
        return more;
    }

    private static DoubleStream column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]);
    }
}
