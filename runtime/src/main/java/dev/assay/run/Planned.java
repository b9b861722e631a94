package dev.assay.run;

import dev.assay.provenance.Difference;
import dev.assay.record.LedgerContent;
import dev.assay.record.PlanLine;
import org.jspecify.annotations.Nullable;

/**
 * An experiment of a run, and whether its trials in the ledger count.
 *
 * @param line what is planned now
 * @param stale why its earlier trials do not count; empty if they do or there are none
 */
record Planned(PlanLine line, String stale) {
    static Planned of(PlanLine line, LedgerContent before, @Nullable UntilDecided untilDecided) {
        PlanLine earlier = before.plans().get(line.experiment());
        String stale = earlier == null ? "" : Difference.between(earlier.provenance(), line.provenance());
        PlanLine counting = stale.isEmpty() ? earlier : null;
        return new Planned(
                untilDecided == null ? UntilDecided.fixed(line, counting) : untilDecided.of(line, counting), stale);
    }

    boolean isStale() {
        return !stale.isEmpty();
    }
}
