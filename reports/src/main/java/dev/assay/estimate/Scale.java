package dev.assay.estimate;

/** On what scale two sides are compared. */
public enum Scale {
    /** The metric's own values. */
    VALUE,
    /** Natural logarithms of the values, so that a difference is the logarithm of a ratio. */
    LOG,
    /** Ranks of both sides' values together, where censoring leaves only their order. */
    RANK,
    /** Log–log slopes along a factor. */
    SLOPE
}
