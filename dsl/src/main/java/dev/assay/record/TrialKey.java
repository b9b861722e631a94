package dev.assay.record;

import dev.assay.plan.Cell;
import dev.assay.plan.Side;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which trial of a run is meant.
 *
 * @param experiment the experiment's id
 * @param cell the cell
 * @param seed the seed's index, from 0
 */
public record TrialKey(String experiment, Cell cell, int seed) {
    private static final Pattern SEED = Pattern.compile("\\s*\\d+\\s*");

    public TrialKey {
        if (seed < 0) {
            throw new IllegalArgumentException("a seed's index counts from 0, not " + seed);
        }
    }

    /**
     * Reads {@code group-norm/group(batchSize=2, groups=4)/3}. Blanks between the words do not matter, nor does the order of
     * the levels; their texts are taken as they are.
     *
     * @throws IllegalArgumentException if the text is not of that shape
     */
    public static TrialKey parse(String text) {
        int first = text.indexOf('/');
        int last = text.lastIndexOf('/');
        if (first < 1
                || last == first
                || !SEED.matcher(text.substring(last + 1)).matches()) {
            throw malformed(text, null);
        }
        try {
            Side side = Side.parse(text.substring(first + 1, last));
            if (side.variant().equals(Side.EVERY)) {
                throw malformed(text, null);
            }
            return new TrialKey(
                    text.substring(0, first).strip(),
                    new Cell(side.variant(), side.levels()),
                    Integer.parseInt(text.substring(last + 1).strip()));
        } catch (IllegalArgumentException wrong) {
            throw malformed(text, wrong);
        }
    }

    private static IllegalArgumentException malformed(String text, @Nullable IllegalArgumentException cause) {
        return new IllegalArgumentException(
                "'" + text + "' names no trial; write experiment/variant/seed or"
                        + " experiment/variant(level=value, factor=value)/seed, the seed counted from 0",
                cause);
    }

    /** {@code experiment/cell/seed}, as people write it on the command line. */
    @Override
    public String toString() {
        return experiment + "/" + cell + "/" + seed;
    }
}
