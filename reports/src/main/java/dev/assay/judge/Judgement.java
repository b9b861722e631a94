package dev.assay.judge;

import dev.assay.plan.ClaimPlan;
import java.util.List;
import java.util.Set;

/**
 * A claim with its verdict.
 *
 * @param claim the claim as staked
 * @param verdict the verdict over all its comparisons
 * @param exploratory whether it was made when the experiment had trials already, so that it is a hypothesis for the next run
 *     and no prediction
 * @param evidence what stands behind it, one for each comparison in the plan's order
 */
public record Judgement(ClaimPlan claim, Verdict verdict, boolean exploratory, List<Evidence> evidence) {
    public Judgement {
        evidence = List.copyOf(evidence);
    }

    /** One sentence that says how the claim came out: the deciding comparison's, and of how many it is one. */
    public String because() {
        return evidence.stream()
                .filter(part -> part.verdict() == verdict)
                .findFirst()
                .map(part -> evidence.size() == 1
                        ? part.because()
                        : label(part) + ": " + part.because() + " (" + count() + " of " + evidence.size()
                                + " comparisons " + verdict.words() + ")")
                .orElse("no cell of the plan fits the claim");
    }

    private long count() {
        return evidence.stream().filter(part -> part.verdict() == verdict).count();
    }

    private static String label(Evidence part) {
        return part.comparison().at().isEmpty()
                ? Names.cell(part.comparison().that().get(0), Set.of())
                : String.join(
                        ", ",
                        part.comparison().at().entrySet().stream()
                                .map(level -> Names.factor(level.getKey()) + " = " + Names.level(level.getValue()))
                                .toList());
    }
}
