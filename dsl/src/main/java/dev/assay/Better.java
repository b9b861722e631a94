package dev.assay;

/** Which direction of a metric is the good one. */
public enum Better {
    /** The smaller value wins. */
    LOWER,
    /** The larger value wins. */
    HIGHER,
    /** The metric describes; no claim may say that one side beats another on it. */
    NEITHER
}
