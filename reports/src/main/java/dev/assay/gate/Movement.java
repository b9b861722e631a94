package dev.assay.gate;

/** How a metric stands to its stored value. */
public enum Movement {
    /** Worse by more than the margin, with statistical support. */
    WORSE,
    /** Better at all, with statistical support. */
    BETTER,
    /** Neither: the difference is within the margin, or chance explains it. */
    NONE
}
