package dev.assay.render.draw;

import dev.assay.chart.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A heat map as rectangles. An image inside an SVG that is itself an image may be blocked by a page's content-security
 * policy, so colours are drawn: at most {@value #MOST} columns and rows, in {@value #SHADES} shades, neighbours of one
 * shade in a row as one rectangle.
 */
final class HeatTiles {
    private static final int MOST = 64;
    private static final int SHADES = 24;

    private HeatTiles() {}

    /** The columns xmin, xmax, ymin, ymax and v of the rectangles. */
    static Map<String, Object> of(Layer.Heat heat) {
        int rows = heat.values().size();
        int columns = heat.values().get(0).size();
        double[] range = range(heat);
        double step = (range[1] - range[0]) / (SHADES - 1);
        int stepRow = (rows + MOST - 1) / MOST;
        int stepColumn = (columns + MOST - 1) / MOST;
        List<List<Double>> data = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            data.add(new ArrayList<>());
        }
        int blocks = (columns + stepColumn - 1) / stepColumn;
        for (int row = 0; row < rows; row += stepRow) {
            int start = 0;
            for (int block = 1; block <= blocks; block++) {
                double shade = shade(mean(heat, row, start * stepColumn, stepRow, stepColumn), range, step);
                if (block < blocks
                        && shade == shade(mean(heat, row, block * stepColumn, stepRow, stepColumn), range, step)) {
                    continue;
                }
                if (!Double.isNaN(shade)) {
                    data.get(0).add(edgeX(heat, start * stepColumn));
                    data.get(1).add(edgeX(heat, Math.min(block * stepColumn, columns)));
                    data.get(2).add(edgeY(heat, row));
                    data.get(3).add(edgeY(heat, Math.min(row + stepRow, rows)));
                    data.get(4).add(shade);
                }
                start = block;
            }
        }
        return Spec.map(
                "xmin", data.get(0), "xmax", data.get(1), "ymin", data.get(2), "ymax", data.get(3), "v", data.get(4));
    }

    private static double shade(double value, double[] range, double step) {
        return step == 0 || Double.isNaN(value) ? value : range[0] + step * Math.rint((value - range[0]) / step);
    }

    /** The mean of a block's finite values; NaN if it has none. */
    private static double mean(Layer.Heat heat, int row, int column, int height, int width) {
        double sum = 0;
        int count = 0;
        for (int i = row; i < Math.min(row + height, heat.values().size()); i++) {
            List<Double> values = heat.values().get(i);
            for (int j = column; j < Math.min(column + width, values.size()); j++) {
                if (Double.isFinite(values.get(j))) {
                    sum += values.get(j);
                    count++;
                }
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private static double[] range(Layer.Heat heat) {
        double[] finite = heat.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return finite.length == 0 ? new double[] {0, 0} : new double[] {finite[0], finite[finite.length - 1]};
    }

    private static double edgeX(Layer.Heat heat, int column) {
        return heat.values().get(0).size() == 1 ? heat.left() + (column - 0.5) : Contours.x(heat, column - 0.5);
    }

    private static double edgeY(Layer.Heat heat, int row) {
        return heat.values().size() == 1 ? heat.bottom() + (row - 0.5) : Contours.y(heat, row - 0.5);
    }
}
