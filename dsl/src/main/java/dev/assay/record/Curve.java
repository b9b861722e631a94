package dev.assay.record;

import java.util.List;

/**
 * A series that a trial recorded while it ran.
 *
 * @param name the series' name
 * @param x the positions in the order recorded
 * @param y the value at each
 */
public record Curve(String name, List<Double> x, List<Double> y) {
    public Curve {
        x = Numbers.copyOf(x);
        y = Numbers.copyOf(y);
        if (x.size() != y.size()) {
            throw new IllegalArgumentException(
                    "curve '" + name + "' has " + x.size() + " x and " + y.size() + " y values");
        }
    }
}
