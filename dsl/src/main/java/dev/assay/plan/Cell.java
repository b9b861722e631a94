package dev.assay.plan;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One variant at one combination of levels.
 *
 * @param variant the variant's name
 * @param levels a level for each factor that matters to the variant and for each of its family's own, sorted by name
 */
public record Cell(String variant, Map<String, String> levels) implements Comparable<Cell> {
    public Cell {
        levels = Collections.unmodifiableMap(new TreeMap<>(levels));
    }

    @Override
    public int compareTo(Cell other) {
        return toString().compareTo(other.toString());
    }

    /** {@code variant(level=…, factor=…)}, or just the variant where it has no levels. */
    @Override
    public String toString() {
        if (levels.isEmpty()) {
            return variant;
        }
        return levels.entrySet().stream()
                .map(level -> level.getKey() + "=" + level.getValue())
                .collect(Collectors.joining(", ", variant + "(", ")"));
    }
}
