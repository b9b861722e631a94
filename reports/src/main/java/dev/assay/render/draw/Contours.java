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
        List<Piece> pieces = new ArrayList<>();
        int rows = heat.values().size();
        int columns = heat.values().get(0).size();
        for (int row = 0; row + 1 < rows; row++) {
            for (int column = 0; column + 1 < columns; column++) {
                square(heat, row, column, value, pieces);
            }
        }
        return pieces;
    }

    private static void square(Layer.Heat heat, int row, int column, double value, List<Piece> pieces) {
        int[][] corners = {{row, column}, {row, column + 1}, {row + 1, column + 1}, {row + 1, column}};
        List<double[]> crossings = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int[] from = corners[i];
            int[] to = corners[(i + 1) % 4];
            double a = heat.values().get(from[0]).get(from[1]) - value;
            double b = heat.values().get(to[0]).get(to[1]) - value;
            if (!Double.isFinite(a) || !Double.isFinite(b)) {
                return;
            }
            if (a < 0 != b < 0) {
                double share = a / (a - b);
                crossings.add(new double[] {
                    x(heat, from[1] + share * (to[1] - from[1])), y(heat, from[0] + share * (to[0] - from[0]))
                });
            }
        }
        // Two crossings make one piece; the four of a saddle make two.
        for (int i = 0; i + 1 < crossings.size(); i += 2) {
            double[] from = crossings.get(i);
            double[] to = crossings.get(i + 1);
            pieces.add(new Piece(from[0], from[1], to[0], to[1]));
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
