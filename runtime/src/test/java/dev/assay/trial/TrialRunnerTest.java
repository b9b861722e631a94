package dev.assay.trial;

import static dev.assay.Better.LOWER;
import static dev.assay.dsl.Assay.experiment;
import static dev.assay.dsl.Assay.that;
import static dev.assay.trial.ToyTrials.ONE;
import static dev.assay.trial.ToyTrials.OTHER;
import static dev.assay.trial.ToyTrials.comparing;
import static dev.assay.trial.ToyTrials.failure;
import static dev.assay.trial.ToyTrials.runner;
import static dev.assay.trial.ToyTrials.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ai.djl.ndarray.NDArray;
import dev.assay.Effort;
import dev.assay.Level;
import dev.assay.Step;
import dev.assay.Trial;
import dev.assay.dsl.Executable;
import dev.assay.engine.EngineName;
import dev.assay.plan.Cell;
import dev.assay.record.Failure;
import dev.assay.record.Status;
import dev.assay.record.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TrialRunnerTest {
    @ParameterizedTest
    @EnumSource(EngineName.class)
    void stepsFreeTheArraysOfTheStepBefore(EngineName engine) {
        List<NDArray> made = new ArrayList<>();
        Function<Trial, Double> variant = t -> {
            NDArray kept = t.normal("kept", 3);
            for (Step step : t.steps(3)) {
                assertThat(made.stream().filter(TrialRunnerTest::isOpen)).isEmpty();
                made.add(step.normal("x", 2, 2));
                made.add(kept.mul(2)); // belongs to the trial's manager, and dies with the step all the same
            }
            assertThat(made).hasSize(6).noneMatch(TrialRunnerTest::isOpen);
            assertThat(isOpen(kept)).isTrue();
            return (double) kept.sum().getFloat();
        };
        try (TrialRunner<Double> runner =
                TrialRunner.of(comparing(variant, variant), Effort.FULL, engine, Machine.alone(), () -> {})) {
            value(runner.run(ONE, 0));
        }
    }

    private static boolean isOpen(NDArray array) {
        return !((ai.djl.util.NativeResource<?>) array).isReleased();
    }

    @ParameterizedTest
    @EnumSource(EngineName.class)
    void meteringCountsTheBytesThatLiveAtOnce(EngineName engine) {
        Function<Trial, Double> variant = t -> {
            NDArray x = t.normal("x", 256); // made before: not counted
            return (double) t.meter(0, 2, () -> {
                        try (NDArray first = x.mul(2)) {
                            assertThat(isOpen(first)).isTrue();
                        }
                        return x.mul(3).add(1);
                    })
                    .peakBytes();
        };
        try (TrialRunner<Double> runner =
                TrialRunner.of(comparing(variant, variant), Effort.FULL, engine, Machine.alone(), () -> {})) {
            // PyTorch makes an array of one number for each scalar operand
            assertThat(value(runner.run(ONE, 0))).isBetween(2.0 * 256 * 4, 2.0 * 256 * 4 + 16);
        }
    }

    @Test
    void aLoopLeftWithBreakEndsWhenTheNextBegins() {
        Function<Trial, Double> variant = t -> {
            for (Step step : t.steps(10)) {
                if (step.index() == 2) {
                    break;
                }
            }
            int rounds = 0;
            for (Step step : t.steps(5)) {
                rounds += step.index() >= 0 ? 1 : 0;
            }
            return (double) rounds;
        };
        try (TrialRunner<Double> runner = runner(comparing(variant, variant))) {
            assertThat(value(runner.run(ONE, 0))).isEqualTo(5);
        }
    }

    @Test
    void aLoopWithinALoopIsRefused() {
        Function<Trial, Double> variant = t -> {
            for (Step outer : t.steps(2)) {
                for (Step inner : t.steps(2)) {
                    assertThat(inner.index()).isGreaterThanOrEqualTo(outer.index());
                }
            }
            return 0.0;
        };
        try (TrialRunner<Double> runner = runner(comparing(variant, variant))) {
            assertThat(runner.run(ONE, 0).failure())
                    .extracting(Failure::message)
                    .asString()
                    .contains("another loop of steps began within this one");
        }
    }

    @Test
    void aFailureNamesItsCauseAndTheAuthorsFrame() {
        Executable<Double> experiment = comparing(
                t -> {
                    throw new IllegalArgumentException("no such kernel");
                },
                t -> Double.NaN);
        try (TrialRunner<Double> runner = runner(experiment)) {
            TrialRecord thrown = runner.run(ONE, 0);
            assertThat(thrown.status()).isEqualTo(Status.FAILED);
            assertThat(failure(thrown).cause()).isEqualTo(Failure.Cause.EXCEPTION);
            assertThat(failure(thrown).message()).isEqualTo("java.lang.IllegalArgumentException: no such kernel");
            TrialRecord diverged = runner.run(OTHER, 0);
            assertThat(failure(diverged).cause()).isEqualTo(Failure.Cause.DIVERGED);
            assertThat(failure(diverged).message()).isEqualTo("metric 'value' is NaN");
        }
    }

    @Test
    void aNanOnACurveEndsTheTrial() {
        Function<Trial, Double> variant = t -> {
            t.curve("loss", 1, 0.5);
            t.curve("loss", 2, Double.NaN);
            return 1.0;
        };
        try (TrialRunner<Double> runner = runner(comparing(variant, variant))) {
            TrialRecord trial = runner.run(ONE, 0);
            assertThat(failure(trial).cause()).isEqualTo(Failure.Cause.DIVERGED);
            assertThat(trial.curves())
                    .singleElement()
                    .satisfies(curve -> assertThat(curve.y()).containsExactly(0.5));
        }
    }

    @Test
    void figuresAreDrawnForTheFirstSeedOnly() {
        try (TrialRunner<Double> runner = runner(comparing(t -> 1.0, t -> 2.0))) {
            assertThat(runner.run(ONE, 0).figures()).hasSize(1);
            assertThat(runner.run(ONE, 1).figures()).isEmpty();
            assertThat(runner.run(ONE, 1).metrics()).containsExactly(entry("value", 1.0));
        }
    }

    @Test
    void effortScalesStepsAndBudgets() {
        Function<Trial, Double> variant = t -> {
            int rounds = 0;
            for (Step step : t.steps(100)) {
                rounds = step.index() + 1;
            }
            return rounds + 1000.0 * t.effort(8);
        };
        try (TrialRunner<Double> runner = TrialRunner.of(
                comparing(variant, variant), Effort.QUICK, EngineName.MXNET, Machine.alone(), () -> {})) {
            assertThat(value(runner.run(ONE, 0))).isEqualTo(4050);
        }
    }

    @Test
    void aLevelIsReadAsItsType() {
        Executable<Double> experiment = experiment("levels", e -> {
            e.title("Levels");
            e.asks("Is it read?");
            Level<Integer> size = e.factor("size", 2, 8);
            e.variant("a", v -> {
                v.baseline();
                v.trial(t -> 1.0 * t.at(size));
            });
            e.variant("b", v -> {
                Level<Double> rate = v.level("rate", 0.5, 0.25);
                v.trial(t -> t.at(size) * t.at(rate));
            });
            e.metric("value", LOWER, value -> value);
            e.claim(that("b(rate=0.5)").beats("a").on("value"));
        });
        try (TrialRunner<Double> runner = runner(experiment)) {
            assertThat(value(runner.run(new Cell("b", Map.of("size", "8", "rate", "0.25")), 0)))
                    .isEqualTo(2);
        }
    }
}
