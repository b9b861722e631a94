package dev.assay.render.draw;

import dev.assay.chart.Axis;
import dev.assay.chart.Layer;
import dev.assay.chart.Plane;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws the layers of a plane. Points that are not finite, or not positive on a logarithmic axis, are left out. */
final class PlaneDrawing {
    private PlaneDrawing() {}

    static Spec spec(Plane plane, int width, int height) {
        Spec spec = new Spec(width, height).axis("x", plane.x()).axis("y", plane.y());
        int next = 0;
        List<String> named = new ArrayList<>();
        for (Layer layer : plane.layers()) {
            if (!(layer instanceof Layer.Heat) && !named.contains(layer.name())) {
                named.add(layer.name());
                spec.colour(layer.name(), Palette.series(next++));
            }
        }
        plane.layers().forEach(layer -> add(spec, plane, layer));
        return spec;
    }

    private static void add(Spec spec, Plane plane, Layer layer) {
        if (layer instanceof Layer.Line line) {
            Map<String, Object> data = data(plane, line.name(), line.x(), line.y());
            if (!isEmpty(data)) {
                spec.layer("path", data, Spec.map("x", "x", "y", "y", "color", "name"), "size", 0.9);
            }
        } else if (layer instanceof Layer.Points points) {
            Map<String, Object> data = data(plane, points.name(), points.x(), points.y());
            if (!isEmpty(data)) {
                spec.layer(
                        "point",
                        data,
                        Spec.map("x", "x", "y", "y", "color", "name"),
                        "size",
                        points.x().size() > 300 ? 1.6 : 2.6,
                        "alpha",
                        0.7);
            }
        } else if (layer instanceof Layer.Bars bars) {
            bars(spec, plane, bars);
        } else if (layer instanceof Layer.Band band) {
            band(spec, plane, band);
        } else if (layer instanceof Layer.Heat heat) {
            heat(spec, heat);
        }
    }

    private static void bars(Spec spec, Plane plane, Layer.Bars bars) {
        Map<String, Object> data = data(plane, bars.name(), bars.x(), bars.heights());
        if (isEmpty(data) || !(data.get("x") instanceof List<?> x) || !(data.get("y") instanceof List<?> y)) {
            return;
        }
        List<Object> left = new ArrayList<>();
        List<Object> right = new ArrayList<>();
        List<Object> foot = new ArrayList<>();
        for (Object middle : x) {
            left.add((Double) middle - bars.width() / 2);
            right.add((Double) middle + bars.width() / 2);
            foot.add(0.0);
        }
        spec.layer(
                "rect",
                Spec.map(
                        "left",
                        left,
                        "right",
                        right,
                        "foot",
                        foot,
                        "top",
                        y,
                        "name",
                        Panels.repeated(Spec.text(bars.name()), x.size())),
                Spec.map("xmin", "left", "xmax", "right", "ymin", "foot", "ymax", "top", "fill", "name"),
                "alpha",
                0.6,
                "size",
                0);
    }

    private static void band(Spec spec, Plane plane, Layer.Band band) {
        List<Object> x = new ArrayList<>();
        List<Object> low = new ArrayList<>();
        List<Object> high = new ArrayList<>();
        List<Object> name = new ArrayList<>();
        for (int i = 0; i < band.x().size(); i++) {
            if (drawable(plane.x(), band.x().get(i))
                    && drawable(plane.y(), band.low().get(i))
                    && drawable(plane.y(), band.high().get(i))) {
                x.add(band.x().get(i));
                low.add(band.low().get(i));
                high.add(band.high().get(i));
                name.add(Spec.text(band.name()));
            }
        }
        if (!x.isEmpty()) {
            spec.layer(
                    "ribbon",
                    Spec.map("x", x, "low", low, "high", high, "name", name),
                    Spec.map("x", "x", "ymin", "low", "ymax", "high", "fill", "name"),
                    "alpha",
                    0.25,
                    "size",
                    0);
        }
    }

    private static void heat(Spec spec, Layer.Heat heat) {
        spec.layer(
                "rect",
                HeatTiles.of(heat),
                Spec.map("xmin", "xmin", "xmax", "xmax", "ymin", "ymin", "ymax", "ymax", "fill", "v"),
                "size",
                0);
        spec.heat(heat.name());
        for (double value : heat.contours()) {
            List<Contours.Piece> pieces = Contours.at(heat, value);
            if (!pieces.isEmpty()) {
                spec.layer(
                        "segment",
                        Spec.map(
                                "x", pieces.stream().map(Contours.Piece::x1).toList(),
                                "y", pieces.stream().map(Contours.Piece::y1).toList(),
                                "xend", pieces.stream().map(Contours.Piece::x2).toList(),
                                "yend", pieces.stream().map(Contours.Piece::y2).toList()),
                        Spec.map("x", "x", "y", "y", "xend", "xend", "yend", "yend"),
                        "color",
                        "#ffffff",
                        "size",
                        0.8);
            }
        }
    }

    private static Map<String, Object> data(Plane plane, String layer, List<Double> xs, List<Double> ys) {
        List<Object> x = new ArrayList<>();
        List<Object> y = new ArrayList<>();
        List<Object> name = new ArrayList<>();
        for (int i = 0; i < xs.size(); i++) {
            if (drawable(plane.x(), xs.get(i)) && drawable(plane.y(), ys.get(i))) {
                x.add(xs.get(i));
                y.add(ys.get(i));
                name.add(Spec.text(layer));
            }
        }
        return Spec.map("x", x, "y", y, "name", name);
    }

    private static boolean isEmpty(Map<String, Object> data) {
        return data.get("x") instanceof List<?> x && x.isEmpty();
    }

    private static boolean drawable(Axis axis, double value) {
        return Double.isFinite(value) && (!axis.logarithmic() || value > 0);
    }
}
