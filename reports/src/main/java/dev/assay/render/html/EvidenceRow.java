package dev.assay.render.html;

import dev.assay.judge.Evidence;
import dev.assay.judge.Phrases;
import dev.assay.judge.Verdict;
import dev.assay.plan.Cell;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A comparison's row under its claim.
 *
 * @param compared the cells
 * @param verdict the verdict
 * @param because the reason with its numbers
 * @param p the raw p-value, or a dash
 * @param corrected the corrected one, or a dash
 * @param pairs how many seeds, and how many are missing
 * @param needed how many seeds an inconclusive comparison would need, or a dash
 */
public record EvidenceRow(
        String compared, Verdict verdict, String because, String p, String corrected, String pairs, String needed) {
    static EvidenceRow of(Evidence evidence) {
        return new EvidenceRow(
                side(evidence.comparison().that())
                        + (evidence.comparison().other().isEmpty()
                                ? ""
                                : " against " + side(evidence.comparison().other())),
                evidence.verdict(),
                evidence.because(),
                Phrases.p(evidence.p()),
                Phrases.p(evidence.corrected()),
                evidence.pairs() + (evidence.missing() > 0 ? " (" + evidence.missing() + " missing)" : ""),
                evidence.verdict() != Verdict.INCONCLUSIVE
                        ? "–"
                        : evidence.seedsNeeded() > 0 ? "about " + evidence.seedsNeeded() : "cannot be told");
    }

    private static String side(List<Cell> cells) {
        return cells.stream().map(Cell::toString).collect(Collectors.joining(" & "));
    }
}
