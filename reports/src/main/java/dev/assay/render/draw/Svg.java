package dev.assay.render.draw;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jetbrains.letsPlot.commons.encoding.UnsupportedRGBEncoder;
import org.jetbrains.letsPlot.core.util.PlotSvgExportCommon;

/** Turns a specification into SVG text that is the same whenever it is made. */
final class Svg {
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
    private static final Pattern ATTRIBUTE = Pattern.compile("=\"[^\"]*\"");
    private static final Pattern LONG = Pattern.compile("(\\d\\.\\d\\d)\\d+");

    private Svg() {}

    /**
     * Draws a specification.
     *
     * @throws IllegalArgumentException if the library refuses it; the message is the library's
     */
    static String of(Spec spec) {
        String raw;
        try {
            raw = PlotSvgExportCommon.INSTANCE.buildSvgImageFromRawSpecs(
                    spec.build(), null, new UnsupportedRGBEncoder(), true);
        } catch (RuntimeException refused) {
            throw new IllegalArgumentException("the chart cannot be drawn: " + refused.getMessage(), refused);
        }
        return compact(spec.restored(numbered(raw)));
    }

    /** The library draws ids at random; here they count from 0 in the order in which they stand. */
    private static String numbered(String svg) {
        Map<String, String> ids = new LinkedHashMap<>();
        Matcher matcher = ID.matcher(svg);
        while (matcher.find()) {
            ids.putIfAbsent(matcher.group(1), "e" + ids.size());
        }
        String text = svg;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            text = text.replace("\"" + id.getKey() + "\"", "\"" + id.getValue() + "\"")
                    .replace("#" + id.getKey() + ")", "#" + id.getValue() + ")")
                    .replace("#" + id.getKey() + " ", "#" + id.getValue() + " ");
        }
        return text;
    }

    /** Without the blanks between elements, the digits that no screen shows, and the width of lines that are not there. */
    private static String compact(String svg) {
        String text = svg.replaceAll(">\\s+", ">").replaceAll("\\s+<", "<");
        text = ATTRIBUTE
                .matcher(text)
                .replaceAll(attribute ->
                        Matcher.quoteReplacement(LONG.matcher(attribute.group()).replaceAll("$1")));
        return text.replaceAll(" stroke=\"[^\"]*\" stroke-width=\"0\\.0\"", "")
                        .replace("font-family: Lucida Grande, sans-serif", "font-family: Helvetica, Arial, sans-serif")
                        // Rectangles side by side would else show the page through their seams.
                        .replaceFirst("<style type=\"text/css\">", "$0rect { shape-rendering: crispEdges; }")
                        .replaceAll("\\s*\\n\\s*", "\n")
                        .replaceFirst(" width=\"([\\d.]+)\" height=\"([\\d.]+)\"", " viewBox=\"0 0 $1 $2\"$0")
                + "\n";
    }
}
