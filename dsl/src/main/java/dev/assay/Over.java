package dev.assay;

/** How a claim that leaves a factor free treats its levels. */
public enum Over {
    /** The claim must hold at every level. */
    EACH,
    /** A seed's values are averaged over the levels before they are compared. */
    MEAN
}
