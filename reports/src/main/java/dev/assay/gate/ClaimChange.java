package dev.assay.gate;

import dev.assay.judge.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A claim whose verdict is another than it was, or which is refuted.
 *
 * @param experiment the experiment's id
 * @param claim the claim in one line
 * @param stored its verdict in the stored report, or null if it is new
 * @param now its verdict in the run, or null if it was withdrawn
 * @param because the reason of the run's verdict, or empty
 */
public record ClaimChange(
        String experiment,
        String claim,
        @Nullable Verdict stored,
        @Nullable Verdict now,
        String because) {

    /** Whether it keeps a run from passing. */
    public boolean isRegression() {
        return now == Verdict.REFUTED;
    }
}
