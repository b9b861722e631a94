package dev.assay.train;

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

/** Runs the body of a test inside a real trial on the engine of the test run. */
final class InTrial {
    private InTrial() {}

    static EngineName engine() {
        return EngineName.parse(System.getProperty("assay.test.engine", "MXNet"));
    }

    /** What the body gives; what it throws fails the test. */
    static <T> T run(Function<Trial, T> body) {
        return run(0, body);
    }

    static <T> T run(int seed, Function<Trial, T> body) {
        List<T> results = new ArrayList<>();
        List<RuntimeException> exceptions = new ArrayList<>();
        List<Error> errors = new ArrayList<>();
        record(seed, trial -> {
            try {
                results.add(body.apply(trial));
                return 0.0;
            } catch (RuntimeException failed) {
                exceptions.add(failed);
                throw failed;
            } catch (Error failed) {
                errors.add(failed);
                throw failed;
            }
        });
        for (RuntimeException failed : exceptions) {
            throw failed;
        }
        for (Error failed : errors) {
            throw failed;
        }
        return results.get(0);
    }

    /** The record of a trial with this body. */
    static TrialRecord record(int seed, Function<Trial, Double> body) {
        Executable<Double> executable = experiment("train-test", e -> {
            e.title("A test");
            e.asks("Does it hold?");
            e.variant("body", v -> {
                v.baseline();
                v.trial(body);
            });
            e.variant("other", v -> v.trial(t -> 0.0));
            e.metric("value", LOWER, value -> value);
            e.claim(that("body").beats("other").on("value"));
        });
        try (TrialRunner<Double> runner =
                TrialRunner.of(executable, Effort.FULL, engine(), Machine.alone(), () -> {})) {
            return runner.run(new Cell("body", Map.of()), seed);
        }
    }
}
