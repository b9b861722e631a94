package dev.assay.plan;

import java.util.List;
import java.util.Optional;

/**
 * A name with its levels: a condition swept for every variant, or what spans a family.
 *
 * @param name the name, a Java identifier
 * @param type what the levels are read as
 * @param levels the levels' texts in the order in which they are shown
 */
public record Factor(String name, LevelType type, List<String> levels) {
    public Factor {
        levels = List.copyOf(levels);
    }

    /** The declared level that this text means: the same text, or the same number written otherwise. */
    public Optional<String> find(String text) {
        return levels.stream().filter(level -> same(level, text)).findFirst();
    }

    /**
     * A numeric level's size.
     *
     * @throws IllegalStateException if the levels are no numbers
     */
    public double number(String level) {
        if (!type.isNumeric()) {
            throw new IllegalStateException("the levels of '" + name + "' are of type " + type + ", not numbers");
        }
        return Double.parseDouble(level);
    }

    private boolean same(String level, String text) {
        if (level.equals(text)) {
            return true;
        }
        return switch (type) {
            // A double would take two long numbers beyond 2⁵³ for one.
            case INT, LONG ->
                type.accepts(level) && type.accepts(text) && Long.parseLong(level) == Long.parseLong(text);
            case DOUBLE ->
                type.accepts(level) && type.accepts(text) && Double.parseDouble(level) == Double.parseDouble(text);
            case BOOLEAN, TEXT, ENUM -> false;
        };
    }
}
