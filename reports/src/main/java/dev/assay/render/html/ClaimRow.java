package dev.assay.render.html;

import dev.assay.judge.Names;
import dev.assay.judge.Verdict;
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

    /** What there is to know before the comparisons' numbers. */
    public String note() {
        if (isTested()) {
            return "Means of the other side and of this one, and their difference, positive in favour. p is tested"
                    + " about the claim’s margin: Holm’s correction within the experiment decides, Benjamini and"
                    + " Hochberg’s across the suite stands beside it. Improved: the share of seeds in favour, ties half,"
                    + " with its 95\u00A0% Clopper–Pearson interval.";
        }
        return claim.verdict() == Verdict.INVALID
                ? "Too much is missing for a test, so there is no p."
                : "Seen at every seed and not tested, so there is no p.";
    }

    /** The effect with its interval, or of how many comparisons the verdict holds. */
    public String effect() {
        if (evidence.size() == 1) {
            return claim.verdict() == Verdict.INVALID ? claim.because() : Effect.of(claim);
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
