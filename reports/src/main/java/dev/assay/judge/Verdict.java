package dev.assay.judge;

import java.util.Collection;

/** What a run says about a claim. */
public enum Verdict {
    /** The data bear the claim out. */
    SUPPORTED,
    /** The data contradict the claim. */
    REFUTED,
    /** The data are too few or too spread to tell. */
    INCONCLUSIVE,
    /** Too many trials are missing, or their values cannot be compared as claimed. */
    INVALID,
    /** The effort was smoke, which proves only that the code runs. */
    NOT_JUDGED;

    /** The verdict's words, in lower case. */
    public String words() {
        return this == NOT_JUDGED ? "not judged" : name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Over several comparisons a claim is refuted by one, and supported only by all. */
    static Verdict of(Collection<Verdict> parts) {
        for (Verdict verdict : new Verdict[] {REFUTED, INVALID, NOT_JUDGED, INCONCLUSIVE}) {
            if (parts.contains(verdict)) {
                return verdict;
            }
        }
        return parts.isEmpty() ? INVALID : SUPPORTED;
    }
}
