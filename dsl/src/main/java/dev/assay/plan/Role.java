package dev.assay.plan;

/** What part a variant plays in the comparison. */
public enum Role {
    /** The one that the others are compared with. */
    BASELINE,
    /** One that is compared with the baseline. */
    CONTENDER,
    /** One that is drawn for orientation and gets no comparison of its own. */
    REFERENCE
}
