package dev.assay.render.draw;

import dev.assay.plan.Cell;
import dev.assay.plan.Cells;
import dev.assay.plan.Factor;
import dev.assay.plan.Plan;
import dev.assay.plan.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Which cells share a colour: those of one variant, or of one member of a family, whatever the factors' levels. */
final class Series {
    private final Plan plan;
    private final Map<String, String> colours = new LinkedHashMap<>();

    Series(Plan plan) {
        this.plan = plan;
        int next = 0;
        for (Cell cell : Cells.of(plan)) {
            String name = name(cell);
            if (!colours.containsKey(name)) {
                boolean baseline = plan.variant(cell.variant()).role() == Role.BASELINE
                        && plan.variant(cell.variant()).family().isEmpty();
                colours.put(name, baseline ? Palette.BASELINE : Palette.series(next++));
            }
        }
    }

    /** The name in the legend: the variant with its family's levels. */
    String name(Cell cell) {
        return new Cell(cell.variant(), levels(cell, false)).toString();
    }

    /** The factor levels of a cell in words; empty if it has none. */
    String setting(Cell cell) {
        return levels(cell, true).entrySet().stream()
                .map(level -> level.getKey() + " = " + level.getValue())
                .collect(Collectors.joining(", "));
    }

    String colour(Cell cell) {
        return colours.getOrDefault(name(cell), Palette.BASELINE);
    }

    /** The cell's levels of factors, or those of its family. */
    Map<String, String> levels(Cell cell, boolean factors) {
        Map<String, String> levels = new LinkedHashMap<>(cell.levels());
        levels.keySet()
                .removeIf(name -> plan.factors().stream().map(Factor::name).anyMatch(name::equals) != factors);
        return levels;
    }
}
