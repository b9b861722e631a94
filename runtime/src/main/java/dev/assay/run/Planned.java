package dev.assay.run;

import dev.assay.provenance.Difference;
import dev.assay.record.LedgerContent;
import dev.assay.record.PlanLine;

/**
 * An experiment of a run, and whether its trials in the ledger count.
 *
 * @param line what is planned now
 * @param stale why its earlier trials do not count; empty if they do or there are none
 */
record Planned(PlanLine line, String stale) {
    static Planned of(PlanLine line, LedgerContent before) {
        PlanLine earlier = before.plans().get(line.experiment());
        return new Planned(line, earlier == null ? "" : Difference.between(earlier.provenance(), line.provenance()));
    }

    boolean isStale() {
        return !stale.isEmpty();
    }
}
