package dev.assay.run;

/**
 * How long a run has left, in seconds.
 *
 * @param least at least so long, if what is guessed takes little
 * @param likely what is expected
 * @param most at most so long, if what is guessed takes much
 */
public record Remaining(double least, double likely, double most) {
    private static final double FIFTH = 0.2;
    private static final double SECONDS = 3;

    public Remaining {
        if (!(0 <= least && least <= likely && likely <= most)) {
            throw new IllegalArgumentException("what is likely lies between the least and the most, not " + likely
                    + " between " + least + " and " + most);
        }
    }

    /** Whether the least and the most lie within a fifth of what is likely, or within 3 s, so that one number says it all. */
    public boolean isNarrow() {
        return Math.max(likely - least, most - likely) <= Math.max(SECONDS, FIFTH * likely);
    }
}
