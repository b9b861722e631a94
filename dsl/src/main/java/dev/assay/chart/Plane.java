package dev.assay.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Layers over two axes. A plane is a value: each method returns another one.
 *
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param layers what is drawn, from the back to the front
 */
public record Plane(Axis x, Axis y, List<Layer> layers) implements Chart {
    public Plane {
        layers = List.copyOf(layers);
    }

    /** An empty plane with linear axes of these labels. */
    public static Plane of(String x, String y) {
        return new Plane(Axis.of(x), Axis.of(y), List.of());
    }

    /** The same with a logarithmic horizontal axis. */
    public Plane logarithmicX() {
        return new Plane(new Axis(x.label(), true), y, layers);
    }

    /** The same with a logarithmic vertical axis. */
    public Plane logarithmicY() {
        return new Plane(x, new Axis(y.label(), true), layers);
    }

    /** The same with a layer on top. */
    public Plane with(Layer layer) {
        List<Layer> more = new ArrayList<>(layers);
        more.add(layer);
        return new Plane(x, y, more);
    }

    /** The same with a line on top. */
    public Plane line(String name, double[] xs, double[] ys) {
        return with(new Layer.Line(name, list(xs), list(ys)));
    }

    /** The same with a band on top. */
    public Plane band(String name, double[] xs, double[] low, double[] high) {
        return with(new Layer.Band(name, list(xs), list(low), list(high)));
    }

    /** The same with points on top. */
    public Plane points(String name, double[] xs, double[] ys) {
        return with(new Layer.Points(name, list(xs), list(ys)));
    }

    /** The same with bars on top. */
    public Plane bars(String name, double[] xs, double[] heights, double width) {
        return with(new Layer.Bars(name, list(xs), list(heights), width));
    }

    /** The same with a heat map on top; {@code values[row][column]}, the first row at {@code bottom}. */
    public Plane heat(
            String name, double[][] values, double left, double right, double bottom, double top, double... contours) {
        return with(new Layer.Heat(
                name, Arrays.stream(values).map(Plane::list).toList(), left, right, bottom, top, list(contours)));
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
