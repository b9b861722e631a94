package dev.assay.judge;

/**
 * A time at which claims are judged.
 *
 * @param seeds how many seeds there are then
 * @param share the part of the 5 % error that may be spent then, at most 1; the looks of a run have 1 together; 0 where no test
 *     could decide at that many seeds, so that none is made
 */
public record Look(int seeds, double share) {
    public Look {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a look spends a share of 0 to 1, not " + share);
        }
    }

    /** A raw p-value as it counts among those of all looks; NaN stays NaN. */
    double counted(double p) {
        return share > 0 || Double.isNaN(p) ? Math.min(1, p / share) : 1;
    }
}
