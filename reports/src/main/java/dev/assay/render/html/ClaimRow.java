package dev.assay.render.html;

import dev.assay.judge.Names;
import dev.assay.render.draw.Drawing;
import dev.assay.report.ClaimReport;
import dev.assay.report.Effect;
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

    /** Whether any comparison has a p-value; what is exact is seen and not tested. */
    public boolean isTested() {
        return claim.evidence().stream().anyMatch(part -> !Double.isNaN(part.p()));
    }

    /** The effect with its interval, or of how many comparisons the verdict holds. */
    public String effect() {
        if (evidence.size() == 1) {
            return Effect.of(claim);
        }
        long alike = claim.evidence().stream()
                .filter(part -> part.verdict() == claim.verdict())
                .count();
        return "in " + (alike == evidence.size() ? "all " + alike : alike + " of " + evidence.size()) + " comparisons";
    }

    /** The reason, as a sentence without its full stop. */
    public String sentence() {
        return Typeset.sentence(Names.sentence(claim.because()));
    }
}
