package dev.assay;

/**
 * How much of a full budget a run spends. Trials of two efforts are never pooled.
 */
public enum Effort {
    /** Proves that the code runs, in seconds; never yields a verdict. */
    SMOKE(0.02),
    /** The default: honest verdicts for half of the budget, in minutes. */
    QUICK(0.5),
    /** What a published report uses. */
    FULL(1);

    private final double share;

    Effort(double share) {
        this.share = share;
    }

    /**
     * The part of a full budget that this effort spends.
     *
     * @param full a budget in steps, epochs or draws; at least 1
     * @return the share of it, rounded half up; at least 1 and at most {@code full}
     * @throws IllegalArgumentException if the budget is less than 1
     */
    public int of(int full) {
        if (full < 1) {
            throw new IllegalArgumentException("a budget is at least 1, not " + full);
        }
        return Math.max(1, (int) Math.round(full * share));
    }
}
