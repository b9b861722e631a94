package dev.assay.render.draw;

import dev.assay.chart.Layer;
import dev.assay.chart.Plane;
import dev.assay.judge.Phrases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws the layers of a plane. Points that are not finite, or not positive on a logarithmic axis, are left out. */
final class PlaneDrawing {
    private static final int HEIGHT = 300;

    /** More points than these are drawn smaller. */
    private static final int MANY = 300;

    private final Path directory;
    private final String name;
    private final Plane plane;
    private final Map<String, String> styles = new LinkedHashMap<>();
    private final List<Drawing.Key> shades = new ArrayList<>();

    /** Draws a plane; its heat maps become files of this name in the directory of the page. */
    PlaneDrawing(Path directory, String name, Plane plane) {
        this.directory = directory;
        this.name = name;
        this.plane = plane;
        // The first colour, a blue, would drown in a heat map's.
        int next = plane.layers().stream().anyMatch(Layer.Heat.class::isInstance) ? 1 : 0;
        for (Layer layer : plane.layers()) {
            if (!(layer instanceof Layer.Heat) && !styles.containsKey(layer.name())) {
                styles.put(layer.name(), Series.style(next++));
            }
        }
    }

    Drawing drawing(String alt, String caption) throws IOException {
        if (plane.layers().isEmpty()) {
            return new Drawing.Nothing("Nothing to draw: the figure has no layers.", caption);
        }
        List<Double> xs = new ArrayList<>();
        List<Double> ys = new ArrayList<>();
        plane.layers().forEach(layer -> reach(layer, xs, ys));
        Frame frame = new Frame(
                        Extent.of(xs, plane.x().logarithmic()),
                        Extent.of(ys, plane.y().logarithmic()),
                        HEIGHT)
                .axes(label(plane.x()), label(plane.y()));
        for (Layer layer : plane.layers()) {
            draw(frame, layer);
        }
        List<Drawing.Key> legend = new ArrayList<>(shades);
        styles.forEach((layer, style) -> legend.add(new Drawing.Key(style, layer)));
        return new Drawing.Chart(alt, caption, List.of(frame.panel("")), legend);
    }

    private static String label(dev.assay.chart.Axis axis) {
        return axis.label() + (axis.logarithmic() ? " (logarithmic)" : "");
    }

    private static void reach(Layer layer, List<Double> xs, List<Double> ys) {
        if (layer instanceof Layer.Line line) {
            xs.addAll(line.x());
            ys.addAll(line.y());
        } else if (layer instanceof Layer.Points points) {
            xs.addAll(points.x());
            ys.addAll(points.y());
        } else if (layer instanceof Layer.Band band) {
            xs.addAll(band.x());
            ys.addAll(band.low());
            ys.addAll(band.high());
        } else if (layer instanceof Layer.Bars bars) {
            for (double x : bars.x()) {
                xs.add(x - bars.width() / 2);
                xs.add(x + bars.width() / 2);
            }
            ys.addAll(bars.heights());
            ys.add(0.0);
        } else if (layer instanceof Layer.Heat heat) {
            HeatPicture picture = new HeatPicture(heat);
            xs.add(picture.left());
            xs.add(picture.right());
            ys.add(picture.bottom());
            ys.add(picture.top());
        }
    }

    private void draw(Frame frame, Layer layer) throws IOException {
        String style = styles.getOrDefault(layer.name(), "");
        if (layer instanceof Layer.Line line) {
            frame.line(line.x(), line.y(), "line " + style);
        } else if (layer instanceof Layer.Points points) {
            frame.dots(points.x(), points.y(), points.x().size() > MANY ? 1.6 : 2.8, "point " + style);
        } else if (layer instanceof Layer.Band band) {
            frame.band(band.x(), band.low(), band.high(), "band " + style);
        } else if (layer instanceof Layer.Bars bars) {
            frame.bars(bars.x(), bars.heights(), bars.width(), "bars " + style);
        } else if (layer instanceof Layer.Heat heat) {
            draw(frame, heat);
        }
    }

    private void draw(Frame frame, Layer.Heat heat) throws IOException {
        HeatPicture picture = new HeatPicture(heat);
        String file = name + (shades.isEmpty() ? "" : "-" + (shades.size() + 1)) + ".png";
        picture.write(directory.resolve(file));
        frame.tile(
                picture.left(),
                picture.right(),
                picture.bottom(),
                picture.top(),
                file,
                picture.isCoarse() ? "sharp" : "smooth");
        shades.add(new Drawing.Key(
                "shade",
                heat.name() + ": " + Phrases.number(picture.least()) + " dark, " + Phrases.number(picture.most())
                        + " bright"));
        for (double value : heat.contours()) {
            frame.pieces(Contours.at(heat, value), "contour");
        }
    }
}
