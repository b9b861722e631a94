package dev.assay.dsl;

import dev.assay.plan.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** An experiment that breaks rules; the message lists every mistake with its path in the plan. */
public final class InvalidPlanException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    InvalidPlanException(String id, List<Problem> problems) {
        super(problems.stream()
                .map(problem -> problem.path().isEmpty() ? problem.toString() : problem + " (" + problem.path() + ")")
                .collect(Collectors.joining("\n  ", "experiment " + id + " is not sound:\n  ", "")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong: first the plan's problems in the order of its parts, then the variants that do nothing. */
    public List<Problem> problems() {
        return problems;
    }
}
