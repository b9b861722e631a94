package dev.assay.render.draw;

import dev.assay.plan.Cell;
import dev.assay.plan.Cells;
import dev.assay.plan.Factor;
import dev.assay.plan.Plan;
import dev.assay.plan.Role;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which cells share a style, which is a class of the style sheet: those of one variant, or of one member of a family, whatever the factors' levels. */
final class Series {
    /** The class of the baseline. */
    static final String BASELINE = "base";

    /** How many colours the style sheet has; each has its own dashes, too. */
    private static final int COLOURS = 7;

    private final Plan plan;
    private final Map<String, String> styles = new LinkedHashMap<>();

    Series(Plan plan) {
        this.plan = plan;
        int next = 0;
        for (Cell cell : Cells.of(plan)) {
            String name = name(cell);
            if (!styles.containsKey(name)) {
                boolean baseline = plan.variant(cell.variant()).role() == Role.BASELINE
                        && plan.variant(cell.variant()).family().isEmpty();
                styles.put(name, baseline ? BASELINE : style(next++));
            }
        }
    }

    /** The class of the series of this index; colours come round again. */
    static String style(int index) {
        return "c" + index % COLOURS;
    }

    /** The name in the legend: the variant with its family's levels. */
    String name(Cell cell) {
        return new Cell(cell.variant(), levels(cell, false)).toString();
    }

    /** The factor levels of a cell in words; empty if it has none. */
    String setting(Cell cell) {
        return words(levels(cell, true));
    }

    String style(Cell cell) {
        String style = styles.get(name(cell));
        if (style != null) {
            return style;
        }
        // A line along a family's levels has the colour of its first member.
        return styles.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(cell.variant() + "("))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(BASELINE);
    }

    /** The cell's levels of factors, or those of its family. */
    Map<String, String> levels(Cell cell, boolean factors) {
        Map<String, String> levels = new LinkedHashMap<>(cell.levels());
        levels.keySet()
                .removeIf(name -> plan.factors().stream().map(Factor::name).anyMatch(name::equals) != factors);
        return levels;
    }

    /**
     * The panels of a chart in the order of the cells: the factor settings that differ among them, one factor aside. A cell
     * that ignores a factor stands in every panel that agrees with the levels it has.
     *
     * @param aside the factor along the horizontal axis, or empty
     */
    Map<String, List<Cell>> panels(Collection<Cell> cells, String aside) {
        Map<String, Map<String, String>> settings = new LinkedHashMap<>();
        int most = 0;
        for (Cell cell : cells) {
            most = Math.max(most, setting(cell, aside).size());
        }
        for (Cell cell : cells) {
            Map<String, String> setting = setting(cell, aside);
            if (setting.size() == most) {
                settings.putIfAbsent(words(setting), setting);
            }
        }
        Map<String, List<Cell>> panels = new LinkedHashMap<>();
        settings.forEach((words, setting) -> panels.put(
                words,
                cells.stream()
                        .filter(cell -> setting.entrySet()
                                .containsAll(setting(cell, aside).entrySet()))
                        .toList()));
        return panels;
    }

    private Map<String, String> setting(Cell cell, String aside) {
        Map<String, String> setting = levels(cell, true);
        setting.remove(aside);
        return setting;
    }

    private static String words(Map<String, String> levels) {
        return levels.entrySet().stream()
                .map(level -> level.getKey() + " = " + level.getValue())
                .collect(Collectors.joining(", "));
    }
}
