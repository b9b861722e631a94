package dev.assay.render.draw;

import dev.assay.chart.Axis;
import dev.assay.estimate.CurveBand;
import dev.assay.estimate.Observations;
import dev.assay.judge.Phrases;
import dev.assay.plan.Cell;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, List<Cell>> panels = series.panels(bands.keySet(), "");
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (CurveBand band : bands.values()) {
            low = Math.min(low, Collections.min(band.low()));
            high = Math.max(high, Collections.max(band.high()));
        }
        Spec spec = Panels.spec(panels.size()).axis("x", Axis.of("position")).axis("y", name, low, high);
        panels.forEach((panel, cells) -> {
            for (Cell cell : cells) {
                CurveBand band = bands.get(cell);
                if (band != null) {
                    Panels.line(spec, series, cell, panel, band.x(), band.mean(), band.low(), band.high());
                }
            }
        });
        return spec;
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
