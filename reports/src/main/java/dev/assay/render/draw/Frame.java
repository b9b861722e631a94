package dev.assay.render.draw;

import static dev.assay.render.draw.Panel.number;
import static dev.assay.render.draw.Panel.percent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Two axes and what is drawn between them, under construction. */
final class Frame {
    /** How much of the width stands left of the least value, for the numbers of the vertical axis. */
    private static final double LEFT = 12;

    private static final double RIGHT = 97.5;
    private static final int TOP = 34;
    private static final int BOTTOM = 42;
    private static final int ABOUT = 4;

    private final Extent x;
    private final Extent y;
    private final int height;
    private final List<Panel.Tile> tiles = new ArrayList<>();
    private final List<Panel.Rule> rules = new ArrayList<>();
    private final List<Panel.Path> paths = new ArrayList<>();
    private final List<Panel.Dot> dots = new ArrayList<>();
    private final List<Panel.Label> labels = new ArrayList<>();

    Frame(Extent x, Extent y, int height) {
        this.x = x;
        this.y = y;
        this.height = height;
    }

    private double across(double value) {
        return LEFT + (RIGHT - LEFT) * x.share(value);
    }

    private double down(double value) {
        return height - BOTTOM - (height - BOTTOM - TOP) * y.share(value);
    }

    private String point(double xValue, double yValue) {
        return number(across(xValue) * Panel.ACROSS / 100) + " " + number(down(yValue));
    }

    private boolean takes(double xValue, double yValue) {
        return x.takes(xValue) && y.takes(yValue);
    }

    /** Both axes, with marks at round values. */
    Frame axes(String xLabel, String yLabel) {
        List<Double> places = x.ticks(ABOUT);
        return axes(
                xLabel,
                yLabel,
                places,
                places.stream().map(place -> x.label(place, ABOUT)).toList());
    }

    /** Both axes; the horizontal one has these marks. */
    Frame axes(String xLabel, String yLabel, List<Double> places, List<String> names) {
        for (double tick : y.ticks(ABOUT)) {
            String line = number(down(tick));
            rules.add(new Panel.Rule("0%", line, "100%", line, "grid"));
            labels.add(new Panel.Label("0%", number(down(tick) - 4), y.label(tick, ABOUT), "tick"));
        }
        for (int i = 0; i < places.size(); i++) {
            double place = across(places.get(i));
            if (place < LEFT - 1e-6 || place > RIGHT + 1e-6) {
                continue;
            }
            rules.add(new Panel.Rule(
                    percent(place), number(height - BOTTOM), percent(place), number(height - BOTTOM + 5), "grid"));
            labels.add(new Panel.Label(
                    percent(place), number(height - BOTTOM + 18), names.get(i), place > 90 ? "tick end" : "tick mid"));
        }
        labels.add(new Panel.Label("0%", "12", yLabel, "axis"));
        labels.add(new Panel.Label("100%", number(height - 5), xLabel, "axis end"));
        return this;
    }

    /** A line from bottom to top. */
    Frame upright(double value, String style) {
        if (x.takes(value) && x.share(value) >= 0 && x.share(value) <= 1) {
            String place = percent(across(value));
            rules.add(new Panel.Rule(place, number(TOP), place, number(height - BOTTOM), style));
        }
        return this;
    }

    /** A line through the points that have a place. */
    Frame line(List<Double> xs, List<Double> ys, String style) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < xs.size(); i++) {
            if (takes(xs.get(i), ys.get(i))) {
                data.append(data.isEmpty() ? "M" : "L").append(point(xs.get(i), ys.get(i)));
            }
        }
        return path(data, style);
    }

    /** Straight pieces, each from one point to another. */
    Frame pieces(List<Contours.Piece> pieces, String style) {
        StringBuilder data = new StringBuilder();
        for (Contours.Piece piece : pieces) {
            if (takes(piece.x1(), piece.y1()) && takes(piece.x2(), piece.y2())) {
                data.append("M")
                        .append(point(piece.x1(), piece.y1()))
                        .append("L")
                        .append(point(piece.x2(), piece.y2()));
            }
        }
        return path(data, style);
    }

    /** The area between two lines. */
    Frame band(List<Double> xs, List<Double> lows, List<Double> highs, String style) {
        StringBuilder there = new StringBuilder();
        List<String> back = new ArrayList<>();
        for (int i = 0; i < xs.size(); i++) {
            if (takes(xs.get(i), lows.get(i)) && takes(xs.get(i), highs.get(i))) {
                there.append(there.isEmpty() ? "M" : "L").append(point(xs.get(i), highs.get(i)));
                back.add("L" + point(xs.get(i), lows.get(i)));
            }
        }
        Collections.reverse(back);
        return there.isEmpty() ? this : path(there.append(String.join("", back)).append("Z"), style);
    }

    /** Bars that stand on the axis' value nearest to 0. */
    Frame bars(List<Double> xs, List<Double> heights, double width, String style) {
        double foot = y.logarithmic() ? y.low() : Math.max(y.low(), Math.min(y.high(), 0));
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < xs.size(); i++) {
            double left = xs.get(i) - width / 2;
            double right = xs.get(i) + width / 2;
            if (takes(left, heights.get(i)) && takes(right, heights.get(i))) {
                data.append("M").append(point(left, foot));
                data.append("L").append(point(left, heights.get(i)));
                data.append("L").append(point(right, heights.get(i)));
                data.append("L").append(point(right, foot)).append("Z");
            }
        }
        return path(data, style);
    }

    private Frame path(CharSequence data, String style) {
        if (!data.isEmpty()) {
            paths.add(new Panel.Path(data.toString(), style));
        }
        return this;
    }

    /** Points. */
    Frame dots(List<Double> xs, List<Double> ys, double radius, String style) {
        for (int i = 0; i < xs.size(); i++) {
            if (takes(xs.get(i), ys.get(i))) {
                dots.add(new Panel.Dot(percent(across(xs.get(i))), number(down(ys.get(i))), number(radius), style));
            }
        }
        return this;
    }

    /** A picture between two corners. */
    Frame tile(double left, double right, double bottom, double top, String file, String style) {
        tiles.add(new Panel.Tile(
                percent(across(left)),
                number(down(top)),
                percent(across(right) - across(left)),
                number(down(bottom) - down(top)),
                file,
                style));
        return this;
    }

    Panel panel(String title) {
        return new Panel(title, height, tiles, rules, paths, dots, labels);
    }
}
