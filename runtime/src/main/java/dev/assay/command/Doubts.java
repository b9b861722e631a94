package dev.assay.command;

import dev.assay.plan.Plan;
import dev.assay.plan.PlanRules;
import java.util.List;

/**
 * What is probably a mistake in a plan that was written in the fluent DSL, as warnings. Of an annotated class the compiler has
 * warned, and the author may have suppressed it there.
 */
final class Doubts {
    private Doubts() {}

    /**
     * A line for each doubt; none where the harness was generated.
     *
     * @param harness the binary name of the class that made the plan
     */
    static List<String> of(Plan plan, String harness) {
        boolean generated = harness.equals(plan.source().replace('$', '_') + "Harness");
        return generated
                ? List.of()
                : PlanRules.doubts(plan).stream()
                        .map(doubt -> "warning: [assay:" + doubt.id() + "] " + doubt.message())
                        .toList();
    }
}
