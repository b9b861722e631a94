package dev.assay.render.draw;

import dev.assay.chart.Axis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * A Lets-Plot specification under construction: layers over two axes, with the project's theme.
 *
 * <p>Every label passes {@link #text}, so that hostile text stays text.
 */
final class Spec {
    private final int width;
    private final int height;
    private final List<Map<String, Object>> layers = new ArrayList<>();
    private final List<Map<String, Object>> scales = new ArrayList<>();
    private final Map<String, String> colours = new LinkedHashMap<>();
    private String heat = "";
    private boolean shaded;
    private final Map<String, String> standIns = new LinkedHashMap<>();
    private final Map<String, Object> extra = new LinkedHashMap<>();

    Spec(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Keys and values by turns, as a map. */
    static Map<String, Object> map(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }

    /** A label without what XML forbids and without what the library would read as a link or a formula. */
    static String text(String label) {
        StringBuilder text = new StringBuilder();
        label.codePoints().forEach(point -> {
            boolean surrogate = point >= 0xd800 && point < 0xe000;
            boolean control = point < 0x20 || point == 0x7f || point == 0xfffe || point == 0xffff;
            text.appendCodePoint(surrogate || control ? 0xfffd : point);
            if (point == '<' || point == '\\') {
                text.append('\u200b');
            }
        });
        return text.toString();
    }

    /** Adds a layer; its options are keys and values by turns. */
    Spec layer(String geom, Map<String, Object> data, Map<String, Object> mapping, Object... options) {
        Map<String, Object> layer = map("geom", geom, "data", data, "mapping", mapping, "tooltips", "none");
        layer.putAll(map(options));
        layers.add(layer);
        return this;
    }

    /** Gives a name in the legend its colour. */
    Spec colour(String name, String colour) {
        colours.putIfAbsent(text(name), colour);
        return this;
    }

    /** A continuous axis, {@code "x"} or {@code "y"}. */
    Spec axis(String aesthetic, Axis axis) {
        Map<String, Object> scale = map("aesthetic", aesthetic, "name", text(axis.label()));
        if (axis.logarithmic()) {
            scale.put("trans", "log10");
        }
        scales.add(scale);
        return this;
    }

    /**
     * An axis that has names at 0, 1, 2 and so on; a name may have two lines. The library cuts names after twenty letters
     * and knows one line only, so it gets stand-ins of about their width, for which {@link #restored} puts the names back.
     */
    Spec names(String aesthetic, String label, List<String> names) {
        List<Object> places = new ArrayList<>();
        List<Object> labels = new ArrayList<>();
        for (String name : names) {
            int longest = name.lines().mapToInt(String::length).max().orElse(0);
            String standIn = "~" + (standIns.size() + 10) + "m".repeat(Math.min(17, longest * 6 / 10));
            standIns.put(standIn, name);
            places.add((double) places.size());
            labels.add(standIn);
        }
        scales.add(map("aesthetic", aesthetic, "name", text(label), "breaks", places, "labels", labels));
        return this;
    }

    /** A drawing with the names in place of their stand-ins. */
    String restored(String svg) {
        String text = svg;
        for (Map.Entry<String, String> standIn : standIns.entrySet()) {
            List<String> lines = standIn.getValue().lines().map(Spec::escaped).toList();
            String name = lines.size() < 2
                    ? String.join("", lines)
                    : "<tspan x=\"0\" dy=\"-0.3em\">" + lines.get(0) + "</tspan><tspan x=\"0\" dy=\"1.15em\" "
                            + "fill-opacity=\"0.75\">" + lines.get(1) + "</tspan>";
            text = text.replaceAll(standIn.getKey() + "(?=\\s|<)", Matcher.quoteReplacement(name));
        }
        return text;
    }

    private static String escaped(String line) {
        return text(line).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A linear axis from one value to another, with some room beyond. */
    Spec axis(String aesthetic, String label, double low, double high) {
        double room = high > low ? (high - low) * 0.05 : Math.max(1e-9, Math.abs(low) * 0.05);
        scales.add(map("aesthetic", aesthetic, "name", text(label), "limits", List.of(low - room, high + room)));
        return this;
    }

    /** An axis with marks at these places only. */
    Spec marks(String aesthetic, Axis axis, List<Double> places, List<String> labels) {
        axis(aesthetic, axis);
        scales.get(scales.size() - 1).put("breaks", places);
        scales.get(scales.size() - 1)
                .put("labels", labels.stream().map(Spec::text).toList());
        return this;
    }

    /** Shows values as colour, under this name in the legend; "cividis" reads alike with and without colour blindness. */
    Spec heat(String name) {
        heat = text(name);
        shaded = true;
        return this;
    }

    /** A further scale, in the library's words. */
    Spec scale(Map<String, Object> scale) {
        scales.add(scale);
        return this;
    }

    /** A further entry at the top, in the library's words. */
    Spec with(String key, Object value) {
        extra.put(key, value);
        return this;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Whether nothing would be drawn. */
    boolean isEmpty() {
        return layers.isEmpty();
    }

    Map<String, Object> build() {
        List<Object> all = new ArrayList<>(scales);
        if (!colours.isEmpty()) {
            for (String aesthetic : shaded ? List.of("color") : List.of("color", "fill")) {
                all.add(map(
                        "aesthetic",
                        aesthetic,
                        "name",
                        "",
                        "discrete",
                        true,
                        "breaks",
                        new ArrayList<>(colours.keySet()),
                        "limits",
                        new ArrayList<>(colours.keySet()),
                        "values",
                        new ArrayList<>(colours.values())));
            }
        }
        if (shaded) {
            all.add(map("aesthetic", "fill", "name", heat, "scale_mapper_kind", "color_cmap", "option", "cividis"));
        }
        Map<String, Object> spec = map(
                "kind",
                "plot",
                "ggsize",
                map("width", width, "height", height),
                "theme",
                theme(),
                "layers",
                layers,
                "scales",
                all);
        // As many names to a row as fit, so that a legend does not run out of its drawing.
        int longest = colours.keySet().stream().mapToInt(String::length).max().orElse(0);
        spec.put("guides", map("color", map("name", "legend", "ncol", Math.max(1, width / (40 + 8 * longest)))));
        spec.putAll(extra);
        return spec;
    }

    private static Map<String, Object> theme() {
        Map<String, Object> blank = map("blank", true);
        return map(
                "name",
                "minimal",
                "text",
                map("color", Palette.TEXT, "blank", false),
                "axis_text",
                map("color", Palette.MUTED, "size", 12, "blank", false),
                "axis_title",
                map("color", Palette.MUTED, "size", 13, "blank", false),
                "legend_text",
                map("color", Palette.TEXT, "size", 12, "blank", false),
                "legend_title",
                map("color", Palette.MUTED, "size", 12, "blank", false),
                "strip_text",
                map("color", Palette.TEXT, "size", 12, "blank", false),
                "panel_grid_major",
                map("color", Palette.GRID, "size", 0.7, "blank", false),
                "panel_grid_minor",
                blank,
                "plot_background",
                blank,
                "panel_background",
                blank,
                "legend_background",
                blank,
                "legend_key",
                blank,
                "strip_background",
                blank,
                "legend_position",
                "bottom");
    }
}
