package dev.assay.render.draw;

import java.util.List;

/**
 * One panel of a chart, in marks that a page's SVG has. Across, places are in percent of the width, so that letters and dots
 * keep their size on a screen of any width; down, they are in CSS pixels. Styles are classes of the style sheet.
 *
 * @param title what tells it from its neighbours; may be empty
 * @param height in CSS pixels
 * @param tiles pictures under everything else
 * @param rules straight lines
 * @param paths lines and areas, across from 0 to {@value #ACROSS}
 * @param dots points
 * @param labels words and numbers
 */
public record Panel(
        String title,
        int height,
        List<Tile> tiles,
        List<Rule> rules,
        List<Path> paths,
        List<Dot> dots,
        List<Label> labels) {
    /** The width of the coordinates that paths have. */
    public static final int ACROSS = 1000;

    public Panel {
        tiles = List.copyOf(tiles);
        rules = List.copyOf(rules);
        paths = List.copyOf(paths);
        dots = List.copyOf(dots);
        labels = List.copyOf(labels);
    }

    /** A picture that fills a rectangle. */
    public record Tile(String x, String y, String width, String height, String file, String style) {}

    /** A straight line. */
    public record Rule(String x1, String y1, String x2, String y2, String style) {}

    /** A line or an area, as SVG's path data. */
    public record Path(String data, String style) {}

    /** A point. */
    public record Dot(String x, String y, String radius, String style) {}

    /** Words beginning, centred or ending at a place, as the style says. */
    public record Label(String x, String y, String text, String style) {}

    /** A share of the width, from 0 to 100. */
    public static String percent(double share) {
        return number(share) + "%";
    }

    /** A number with at most two decimals, alike under every locale. */
    public static String number(double value) {
        long hundredths = Math.round(value * 100);
        long size = Math.abs(hundredths);
        StringBuilder text = new StringBuilder(8);
        if (hundredths < 0) {
            text.append('-');
        }
        text.append(size / 100);
        if (size % 100 != 0) {
            text.append('.').append(size / 10 % 10);
            if (size % 10 != 0) {
                text.append(size % 10);
            }
        }
        return text.toString();
    }
}
