package dev.assay;

/** How a claim that leaves factors free treats their levels. */
public enum Over {
    /** The claim must hold at every level. */
    EACH,
    /** A seed's values are averaged over the factors' levels before they are compared; a family's levels stay apart. */
    MEAN
}
