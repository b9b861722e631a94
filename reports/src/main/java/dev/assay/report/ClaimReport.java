package dev.assay.report;

import dev.assay.judge.Evidence;
import dev.assay.judge.Judgement;
import dev.assay.judge.Verdict;
import java.util.List;

/**
 * A claim and how it came out.
 *
 * @param claim the claim in one line, its name in every report
 * @param metric the metric's name
 * @param verdict the verdict
 * @param because one sentence with the numbers that decided
 * @param exploratory whether it was made when the experiment had trials already: a hypothesis for the next run
 * @param evidence what stands behind it, one for each comparison
 */
public record ClaimReport(
        String claim, String metric, Verdict verdict, String because, boolean exploratory, List<Evidence> evidence) {
    public ClaimReport {
        evidence = List.copyOf(evidence);
    }

    static ClaimReport of(Judgement judgement) {
        return new ClaimReport(
                judgement.claim().sentence(),
                judgement.claim().on(),
                judgement.verdict(),
                judgement.because(),
                judgement.exploratory(),
                judgement.evidence());
    }
}
