package dev.assay.render.draw;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The colours of a drawing. Series have those of Okabe and Ito ("Color universal design", 2008), which stay apart under the
 * common kinds of colour blindness; the yellow is left out because it fades on white. A dark page gets lighter ones.
 */
final class Palette {
    static final String TEXT = "#1d2330";
    static final String MUTED = "#565e6d";
    static final String GRID = "#dfe3e9";
    static final String BASELINE = "#4b5563";

    private static final List<String> SERIES =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8b5e3c");

    private static final Map<String, String> DARK = new LinkedHashMap<>();

    static {
        DARK.put(TEXT, "#e8eaf0");
        DARK.put(MUTED, "#a7afbf");
        DARK.put(GRID, "#363d4b");
        DARK.put(BASELINE, "#b9c0cd");
        DARK.put("#0072b2", "#4fa6e3");
        DARK.put("#d55e00", "#ff8b40");
        DARK.put("#009e73", "#2fc79a");
        DARK.put("#cc79a7", "#e6a3c9");
        DARK.put("#e69f00", "#f5bd3d");
        DARK.put("#56b4e9", "#a9dcff");
        DARK.put("#8b5e3c", "#c99b78");
    }

    private Palette() {}

    /** The colour of the series of this index; colours come round again after seven. */
    static String series(int index) {
        return SERIES.get(index % SERIES.size());
    }

    /** The same drawing in the colours of a dark page. */
    static String darken(String svg) {
        String dark = svg;
        for (Map.Entry<String, String> colour : DARK.entrySet()) {
            dark = dark.replace(colour.getKey(), colour.getValue())
                    .replace(channels(colour.getKey()), channels(colour.getValue()));
        }
        return dark;
    }

    private static String channels(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return "rgb(" + (rgb >> 16) + "," + (rgb >> 8 & 255) + "," + (rgb & 255) + ")";
    }
}
