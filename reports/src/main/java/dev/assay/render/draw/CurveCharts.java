package dev.assay.render.draw;

import dev.assay.chart.Axis;
import dev.assay.estimate.CurveBand;
import dev.assay.estimate.Observations;
import dev.assay.judge.Phrases;
import dev.assay.plan.Cell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** For each recorded curve a chart with a line a series, the mean over seeds, in its band; a panel a factor setting. */
final class CurveCharts {
    private CurveCharts() {}

    static Map<Cell, CurveBand> bands(Observations observations, String name) {
        Map<Cell, CurveBand> bands = new LinkedHashMap<>();
        for (Cell cell : observations.cells()) {
            CurveBand band = CurveBand.of(observations, cell, name);
            if (!band.x().isEmpty()) {
                bands.put(cell, band);
            }
        }
        return bands;
    }

    static Spec spec(Map<Cell, CurveBand> bands, String name, Series series) {
        Set<String> settings = new LinkedHashSet<>();
        bands.keySet().forEach(cell -> settings.add(series.setting(cell)));
        int columns = Math.min(2, Math.max(1, settings.size()));
        int rows = (settings.size() + columns - 1) / columns;
        Spec spec = new Spec(520, 130 + 210 * Math.max(1, rows))
                .axis("x", Axis.of("position"))
                .axis("y", Axis.of(name));
        if (settings.size() > 1) {
            spec.with(
                    "facet",
                    Spec.map("name", "wrap", "facets", List.of("setting"), "ncol", columns, "order", List.of(0)));
        }
        bands.forEach((cell, band) -> {
            String label = series.name(cell);
            spec.colour(label, series.colour(cell));
            Map<String, Object> data = Spec.map(
                    "x",
                    band.x(),
                    "y",
                    band.mean(),
                    "low",
                    band.low(),
                    "high",
                    band.high(),
                    "name",
                    repeated(Spec.text(label), band.x().size()),
                    "setting",
                    repeated(Spec.text(series.setting(cell)), band.x().size()));
            if (!band.low().equals(band.high())) {
                spec.layer(
                        "ribbon",
                        data,
                        Spec.map("x", "x", "ymin", "low", "ymax", "high", "fill", "name"),
                        "alpha",
                        0.2,
                        "size",
                        0);
            }
            spec.layer("line", data, Spec.map("x", "x", "y", "y", "color", "name"), "size", 1);
        });
        return spec;
    }

    static List<Object> repeated(String text, int times) {
        return new ArrayList<>(Collections.nCopies(times, text));
    }

    static String alt(Map<Cell, CurveBand> bands, String name) {
        return "Curves of " + name + ", mean over seeds. At the end: "
                + bands.entrySet().stream()
                        .limit(8)
                        .map(entry -> entry.getKey() + " "
                                + Phrases.number(entry.getValue()
                                        .mean()
                                        .get(entry.getValue().mean().size() - 1)))
                        .collect(Collectors.joining("; "))
                + (bands.size() > 8 ? "; and " + (bands.size() - 8) + " more." : ".");
    }
}
