package dev.assay.experiments;

import static dev.assay.Better.LOWER;
import static dev.assay.dsl.Assay.experiment;
import static dev.assay.dsl.Assay.that;

import dev.assay.Effort;
import dev.assay.Trial;
import dev.assay.dsl.Executable;
import dev.assay.engine.EngineName;
import dev.assay.plan.Cell;
import dev.assay.record.TrialRecord;
import dev.assay.trial.Machine;
import dev.assay.trial.TrialRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Runs the body of a test inside a real trial, on MXNet. */
public final class InTrial {
    private InTrial() {}

    /** What the body gives; a failure of the trial fails the test with the trial's own words. */
    public static <T> T run(Function<Trial, T> body) {
        List<T> results = new ArrayList<>();
        Executable<Double> executable = experiment("in-trial", e -> {
            e.title("A test");
            e.asks("Does it hold?");
            e.variant("body", v -> {
                v.baseline();
                v.trial(t -> {
                    results.add(body.apply(t));
                    return 0.0;
                });
            });
            e.variant("other", v -> v.trial(t -> 0.0));
            e.metric("value", LOWER, value -> value);
            e.claim(that("body").beats("other").on("value"));
        });
        try (TrialRunner<Double> runner =
                TrialRunner.of(executable, Effort.SMOKE, EngineName.MXNET, Machine.alone(), () -> {})) {
            TrialRecord record = runner.run(new Cell("body", Map.of()), 0);
            if (results.isEmpty()) {
                throw new AssertionError("the trial failed: " + record.failure());
            }
            return results.get(0);
        }
    }
}
