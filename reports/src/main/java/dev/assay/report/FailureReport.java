package dev.assay.report;

import dev.assay.estimate.Observations;
import dev.assay.plan.Cell;
import dev.assay.record.Failure;
import dev.assay.record.TrialRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * A trial that came to no outcome.
 *
 * @param cell the trial's cell
 * @param seed the trial's seed
 * @param cause what kind of end it was
 * @param message what the exception or the runtime said
 * @param at the first stack frame outside the platform and the engine, or empty
 */
public record FailureReport(Cell cell, int seed, Failure.Cause cause, String message, String at) {
    static List<FailureReport> all(Observations observations) {
        List<FailureReport> failures = new ArrayList<>();
        for (Cell cell : observations.cells()) {
            for (TrialRecord trial : observations.trials(cell).values()) {
                Failure failure = trial.failure();
                if (failure != null) {
                    failures.add(
                            new FailureReport(cell, trial.seed(), failure.cause(), failure.message(), failure.at()));
                }
            }
        }
        return failures;
    }
}
