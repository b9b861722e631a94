package dev.assay.render.html;

import dev.assay.Better;
import dev.assay.estimate.Contrast;
import dev.assay.estimate.Moments;
import dev.assay.estimate.Scale;
import dev.assay.judge.Evidence;
import dev.assay.judge.Names;
import dev.assay.judge.Phrases;
import dev.assay.judge.Verdict;
import dev.assay.plan.Cell;
import dev.assay.plan.MetricPlan;
import dev.assay.report.Effect;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A comparison's row under its claim.
 *
 * @param compared the cells
 * @param verdict the verdict
 * @param reason why it came out neither way; empty where it did
 * @param values the sides' means, the other side's first; a bound's range
 * @param effect the difference with its interval, positive in favour; a dash for a bound
 * @param p the raw p-value, or a dash
 * @param holm the one after Holm's correction within the experiment, or a dash
 * @param falseDiscovery the one after Benjamini and Hochberg's across the suite, or a dash
 * @param wins the share of seeds in favour with its interval, or a dash
 * @param pairs how many seeds, and how many are missing
 */
public record EvidenceRow(
        String compared,
        Verdict verdict,
        String reason,
        String values,
        String effect,
        String p,
        String holm,
        String falseDiscovery,
        String wins,
        String pairs) {
    static EvidenceRow of(Evidence evidence, MetricPlan metric) {
        return new EvidenceRow(
                side(evidence.comparison().that())
                        + (evidence.comparison().other().isEmpty()
                                ? ""
                                : " against " + side(evidence.comparison().other())),
                evidence.verdict(),
                reason(evidence),
                values(evidence),
                evidence.contrast() == null ? "–" : Effect.of(evidence),
                Phrases.p(evidence.p()),
                Phrases.p(evidence.corrected()),
                Phrases.p(evidence.falseDiscovery()),
                wins(evidence.contrast(), metric.better()),
                evidence.pairs() + (evidence.missing() > 0 ? " (" + evidence.missing() + " missing)" : ""));
    }

    /** What a reader asks where neither side of a claim came out. */
    private static String reason(Evidence evidence) {
        return evidence.verdict() == Verdict.INCONCLUSIVE || evidence.verdict() == Verdict.INVALID
                ? Typeset.sentence(Names.sentence(evidence.because()))
                : "";
    }

    private static String values(Evidence evidence) {
        Contrast contrast = evidence.contrast();
        boolean rank = contrast != null && contrast.scale() == Scale.RANK;
        return contrast == null
                ? Effect.of(evidence)
                : Phrases.number(centre(evidence.other(), rank)) + " → "
                        + Phrases.number(centre(evidence.that(), rank));
    }

    /** What is compared by rank has a median, for values at the cap have none but an order. */
    private static double centre(Moments side, boolean rank) {
        return rank ? side.median() : side.mean();
    }

    /** The probability of improvement in percent with its interval; a dash where no direction is the good one. */
    static String wins(@Nullable Contrast contrast, Better better) {
        if (contrast == null || better == Better.NEITHER || Double.isNaN(contrast.wins())) {
            return "–";
        }
        return percent(contrast.wins()) + " % ("
                + percent(contrast.improvement().low()) + "…"
                + percent(contrast.improvement().high()) + ")";
    }

    private static long percent(double share) {
        return Math.round(100 * share);
    }

    private static String side(List<Cell> cells) {
        return cells.stream().map(Cell::toString).collect(Collectors.joining(" & "));
    }
}
