package dev.assay.render.draw;

import dev.assay.plan.Cell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of a chart in their bands, and the legend that comes of them. */
final class Lines {
    /** The height of a panel with lines, in CSS pixels. */
    static final int HEIGHT = 270;

    /** Where so few places are, each gets a mark. */
    private static final int FEW = 20;

    private final Series series;
    private final Map<String, String> styles = new LinkedHashMap<>();

    Lines(Series series) {
        this.series = series;
    }

    void add(Frame frame, Cell cell, List<Double> x, List<Double> y, List<Double> low, List<Double> high) {
        String style = series.style(cell);
        styles.putIfAbsent(series.name(cell), style);
        if (!low.equals(high)) {
            frame.band(x, low, high, "band " + style);
        }
        frame.line(x, y, "line " + style);
        if (x.size() < FEW) {
            frame.dots(x, y, 4, "mean " + style);
        }
    }

    List<Drawing.Key> legend() {
        return styles.entrySet().stream()
                .map(entry -> new Drawing.Key(entry.getValue(), entry.getKey()))
                .toList();
    }
}
