package dev.assay.render.html;

import dev.assay.judge.Names;
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

    /** The reason, as a sentence without its full stop. */
    public String sentence() {
        return Names.sentence(claim.because());
    }
}
