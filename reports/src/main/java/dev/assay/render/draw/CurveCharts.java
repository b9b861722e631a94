package dev.assay.render.draw;

import dev.assay.estimate.CurveBand;
import dev.assay.estimate.Observations;
import dev.assay.judge.Phrases;
import dev.assay.plan.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** For each recorded curve a chart with a line a series, the mean over seeds, in its band; a panel a factor setting. */
final class CurveCharts {
    private CurveCharts() {}

    private static Map<Cell, CurveBand> bands(Observations observations, String name) {
        Map<Cell, CurveBand> bands = new LinkedHashMap<>();
        for (Cell cell : observations.cells()) {
            CurveBand band = CurveBand.of(observations, cell, name);
            if (!band.x().isEmpty()) {
                bands.put(cell, band);
            }
        }
        return bands;
    }

    static Drawing drawing(Observations observations, String name, Series series) {
        Map<Cell, CurveBand> bands = bands(observations, name);
        if (bands.isEmpty()) {
            return new Drawing.Nothing("Nothing to draw: there is no finite value.", name);
        }
        List<Double> xs = new ArrayList<>();
        List<Double> ys = new ArrayList<>();
        for (CurveBand band : bands.values()) {
            xs.addAll(band.x());
            ys.addAll(band.low());
            ys.addAll(band.high());
        }
        Extent x = Extent.of(xs, false);
        Extent y = Extent.of(ys, false);
        Lines lines = new Lines(series);
        List<Panel> panels = new ArrayList<>();
        series.panels(bands.keySet(), "").forEach((title, cells) -> {
            Frame frame = new Frame(x, y, Lines.HEIGHT).axes("position", name);
            for (Cell cell : cells) {
                CurveBand band = bands.get(cell);
                if (band != null) {
                    lines.add(frame, cell, band.x(), band.mean(), band.low(), band.high());
                }
            }
            panels.add(frame.panel(title));
        });
        return new Drawing.Chart(alt(bands, name), name, panels, lines.legend());
    }

    private static String alt(Map<Cell, CurveBand> bands, String name) {
        List<Map.Entry<Cell, CurveBand>> order = new ArrayList<>(bands.entrySet());
        order.sort(Comparator.comparingDouble(entry -> last(entry.getValue())));
        String lowest = words(order.get(0));
        return order.size() == 1
                ? "Curve of " + name + ", mean over seeds, which ends at " + lowest + "."
                : "Curves of " + name + ", mean over seeds. Lowest at the end: " + lowest + "; highest: "
                        + words(order.get(order.size() - 1)) + ".";
    }

    private static double last(CurveBand band) {
        return band.mean().get(band.mean().size() - 1);
    }

    private static String words(Map.Entry<Cell, CurveBand> entry) {
        CurveBand band = entry.getValue();
        int end = band.x().size() - 1;
        return entry.getKey() + " " + Phrases.number(last(band)) + " (95 % interval "
                + Phrases.number(band.low().get(end)) + "…"
                + Phrases.number(band.high().get(end)) + ")";
    }
}
