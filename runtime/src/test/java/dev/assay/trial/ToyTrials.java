package dev.assay.trial;

import static dev.assay.Better.LOWER;
import static dev.assay.dsl.Assay.experiment;
import static dev.assay.dsl.Assay.that;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Effort;
import dev.assay.Trial;
import dev.assay.chart.Plane;
import dev.assay.dsl.Executable;
import dev.assay.engine.EngineName;
import dev.assay.plan.Cell;
import dev.assay.record.Failure;
import dev.assay.record.TrialRecord;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Trials of a toy experiment of two variants, whose outcome is a number. */
final class ToyTrials {
    static final Cell ONE = new Cell("one", Map.of());
    static final Cell OTHER = new Cell("other", Map.of());

    private ToyTrials() {}

    static Executable<Double> comparing(Function<Trial, Double> one, Function<Trial, Double> other) {
        return experiment("toy", e -> {
            e.title("Toy");
            e.asks("Does it run?");
            e.variant("one", v -> {
                v.baseline();
                v.trial(one);
            });
            e.variant("other", v -> v.trial(other));
            e.metric("value", LOWER, value -> value);
            e.figure("Picture", value -> Plane.of("x", "y").points("value", new double[] {0}, new double[] {value}));
            e.claim(that("other").beats("one").on("value"));
        });
    }

    static TrialRunner<Double> runner(Executable<Double> executable) {
        return TrialRunner.of(executable, Effort.FULL, EngineName.MXNET, Machine.alone(), () -> {});
    }

    static double value(TrialRecord trial) {
        assertThat(trial.failure()).isNull();
        return trial.metrics().getOrDefault("value", Double.NaN);
    }

    static Failure failure(TrialRecord trial) {
        return Objects.requireNonNull(trial.failure());
    }
}
