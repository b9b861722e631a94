package dev.assay.render.draw;

import dev.assay.plan.Cell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Panels side by side, two to a row, with lines in their bands. */
final class Panels {
    private static final int WIDTH = 520;

    private Panels() {}

    /** An empty chart of so many panels; each needs its own width, so one panel is not higher than two. */
    static Spec spec(int panels) {
        int columns = Math.min(2, Math.max(1, panels));
        Spec spec = new Spec(WIDTH, 150 + 200 * ((panels + columns - 1) / columns));
        return panels > 1
                ? spec.with(
                        "facet",
                        Spec.map("name", "wrap", "facets", List.of("panel"), "ncol", columns, "order", List.of(0)))
                : spec;
    }

    /** Adds a cell's line with its band; a mark at each position where there are few. */
    static void line(
            Spec spec,
            Series series,
            Cell cell,
            String panel,
            List<Double> x,
            List<Double> y,
            List<Double> low,
            List<Double> high) {
        String name = series.name(cell);
        spec.colour(name, series.colour(cell));
        Map<String, Object> data = Spec.map(
                "x",
                x,
                "y",
                y,
                "low",
                low,
                "high",
                high,
                "name",
                repeated(Spec.text(name), x.size()),
                "panel",
                repeated(Spec.text(panel), x.size()));
        if (!low.equals(high)) {
            spec.layer(
                    "ribbon",
                    data,
                    Spec.map("x", "x", "ymin", "low", "ymax", "high", "fill", "name"),
                    "alpha",
                    0.2,
                    "size",
                    0,
                    "show_legend",
                    false);
        }
        spec.layer("line", data, Spec.map("x", "x", "y", "y", "color", "name"), "size", 1);
        if (x.size() < 20) {
            spec.layer("point", data, Spec.map("x", "x", "y", "y", "color", "name"), "size", 3.2, "show_legend", false);
        }
    }

    static List<Object> repeated(String text, int times) {
        return new ArrayList<>(Collections.nCopies(times, text));
    }
}
