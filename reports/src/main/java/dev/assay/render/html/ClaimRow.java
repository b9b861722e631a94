package dev.assay.render.html;

import dev.assay.render.draw.Drawing;
import dev.assay.report.ClaimReport;
import java.util.List;

/**
 * A claim on a page.
 *
 * @param claim the claim
 * @param plot the effects of its comparisons
 * @param evidence its comparisons
 */
public record ClaimRow(ClaimReport claim, Drawing plot, List<EvidenceRow> evidence) {
    public ClaimRow {
        evidence = List.copyOf(evidence);
    }

    /** Whether the plot shows values under a bound and not a difference. */
    public boolean bound() {
        return claim.evidence().stream().allMatch(part -> part.contrast() == null);
    }
}
