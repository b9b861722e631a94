package dev.assay.render.draw;

import dev.assay.chart.Layer;
import java.util.ArrayList;
import java.util.List;

/** Where a surface on a grid has a value, as short straight pieces found by marching squares. */
final class Contours {
    /** A straight piece of a contour line. */
    record Piece(double x1, double y1, double x2, double y2) {}

    private Contours() {}

    /** The pieces of the line at this value; squares with a corner that is not finite have none. */
    static List<Piece> at(Layer.Heat heat, double value) {
        double[][] values = heat.values().stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        List<Piece> pieces = new ArrayList<>();
        for (int row = 0; row + 1 < values.length; row++) {
            for (int column = 0; column + 1 < values[0].length; column++) {
                square(heat, values, row, column, value, pieces);
            }
        }
        return pieces;
    }

    private static void square(
            Layer.Heat heat, double[][] values, int row, int column, double value, List<Piece> pieces) {
        double a = values[row][column] - value;
        double b = values[row][column + 1] - value;
        double c = values[row + 1][column + 1] - value;
        double d = values[row + 1][column] - value;
        if (!Double.isFinite(a + b + c + d)
                || (a < 0 && b < 0 && c < 0 && d < 0)
                || (a >= 0 && b >= 0 && c >= 0 && d >= 0)) {
            return;
        }
        List<double[]> crossings = new ArrayList<>(4);
        cross(heat, column, row, a, column + 1, row, b, crossings);
        cross(heat, column + 1, row, b, column + 1, row + 1, c, crossings);
        cross(heat, column + 1, row + 1, c, column, row + 1, d, crossings);
        cross(heat, column, row + 1, d, column, row, a, crossings);
        // Two crossings make one piece; the four of a saddle make two.
        for (int i = 0; i + 1 < crossings.size(); i += 2) {
            double[] from = crossings.get(i);
            double[] to = crossings.get(i + 1);
            pieces.add(new Piece(from[0], from[1], to[0], to[1]));
        }
    }

    /** Where the line crosses an edge, if it does. */
    private static void cross(
            Layer.Heat heat, int x1, int y1, double from, int x2, int y2, double to, List<double[]> crossings) {
        if (from < 0 != to < 0) {
            double share = from / (from - to);
            crossings.add(new double[] {x(heat, x1 + share * (x2 - x1)), y(heat, y1 + share * (y2 - y1))});
        }
    }

    /** Where a column's centre lies. */
    static double x(Layer.Heat heat, double column) {
        int last = heat.values().get(0).size() - 1;
        return last == 0 ? heat.left() : heat.left() + (heat.right() - heat.left()) * column / last;
    }

    /** Where a row's centre lies. */
    static double y(Layer.Heat heat, double row) {
        int last = heat.values().size() - 1;
        return last == 0 ? heat.bottom() : heat.bottom() + (heat.top() - heat.bottom()) * row / last;
    }
}
