package dev.assay.chart;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** One thing drawn on a {@link Plane}; layers of the same name share a colour, and later ones lie on top. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "layer")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Layer.Line.class, name = "line"),
    @JsonSubTypes.Type(value = Layer.Band.class, name = "band"),
    @JsonSubTypes.Type(value = Layer.Points.class, name = "points"),
    @JsonSubTypes.Type(value = Layer.Bars.class, name = "bars"),
    @JsonSubTypes.Type(value = Layer.Heat.class, name = "heat")
})
public sealed interface Layer {
    /** The name in the legend. */
    String name();

    /** A line through points in the order given. */
    record Line(String name, List<Double> x, List<Double> y) implements Layer {
        public Line {
            x = List.copyOf(x);
            y = List.copyOf(y);
            requireSameLength(name, x, y);
        }
    }

    /** The area between two lines. */
    record Band(String name, List<Double> x, List<Double> low, List<Double> high) implements Layer {
        public Band {
            x = List.copyOf(x);
            low = List.copyOf(low);
            high = List.copyOf(high);
            requireSameLength(name, x, low);
            requireSameLength(name, x, high);
        }
    }

    /** Points that nothing joins. */
    record Points(String name, List<Double> x, List<Double> y) implements Layer {
        public Points {
            x = List.copyOf(x);
            y = List.copyOf(y);
            requireSameLength(name, x, y);
        }
    }

    /** Bars from 0 to {@code heights}, centred at {@code x} and {@code width} wide. */
    record Bars(String name, List<Double> x, List<Double> heights, double width) implements Layer {
        public Bars {
            x = List.copyOf(x);
            heights = List.copyOf(heights);
            requireSameLength(name, x, heights);
            if (!(width > 0) || Double.isInfinite(width)) {
                throw new IllegalArgumentException(
                        "the bars of '" + name + "' need a finite width above 0, not " + width);
            }
        }
    }

    /**
     * Values on a regular grid, shown as colour; with {@code contours}, lines are drawn where the surface has these values.
     *
     * @param values a row for each y from {@code bottom} to {@code top}, all of one length
     * @param left the x of the first column's centre
     * @param right the x of the last column's centre
     * @param bottom the y of the first row's centre
     * @param top the y of the last row's centre
     * @param contours the values at which a contour line is drawn; none when empty
     */
    record Heat(
            String name,
            List<List<Double>> values,
            double left,
            double right,
            double bottom,
            double top,
            List<Double> contours)
            implements Layer {
        public Heat {
            values = values.stream().map(List::copyOf).toList();
            contours = List.copyOf(contours);
            if (values.isEmpty() || values.get(0).isEmpty()) {
                throw new IllegalArgumentException("the heat map '" + name + "' has no values");
            }
            for (List<Double> row : values) {
                if (row.size() != values.get(0).size()) {
                    throw new IllegalArgumentException("the heat map '" + name + "' has rows of " + row.size() + " and "
                            + values.get(0).size() + " values; a grid's rows are equally long");
                }
            }
        }
    }

    private static void requireSameLength(String name, List<Double> x, List<Double> y) {
        if (x.size() != y.size()) {
            throw new IllegalArgumentException(
                    "layer '" + name + "' has " + x.size() + " x and " + y.size() + " y values; give as many of both");
        }
    }
}
