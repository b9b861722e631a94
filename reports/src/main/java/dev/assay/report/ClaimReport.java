package dev.assay.report;

import dev.assay.judge.Evidence;
import dev.assay.judge.Judgement;
import dev.assay.judge.Verdict;
import dev.assay.plan.Plan;
import java.util.List;

/**
 * A claim and how it came out.
 *
 * @param claim the claim in one line, its name in every report
 * @param says the same as an English sentence
 * @param metric the metric's name
 * @param verdict the verdict
 * @param because one sentence with the numbers that decided
 * @param exploratory whether it was made when the experiment had trials already: a hypothesis for the next run
 * @param evidence what stands behind it, one for each comparison
 */
public record ClaimReport(
        String claim,
        String says,
        String metric,
        Verdict verdict,
        String because,
        boolean exploratory,
        List<Evidence> evidence) {
    public ClaimReport {
        evidence = List.copyOf(evidence);
    }

    static ClaimReport of(Plan plan, Judgement judgement) {
        return new ClaimReport(
                judgement.claim().sentence(),
                ClaimWords.of(plan, judgement.claim()),
                judgement.claim().on(),
                judgement.verdict(),
                judgement.because(),
                judgement.exploratory(),
                judgement.evidence());
    }
}
