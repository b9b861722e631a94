package dev.assay.trial;

import static dev.assay.Better.LOWER;
import static dev.assay.dsl.Assay.experiment;
import static dev.assay.dsl.Assay.that;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ai.djl.ndarray.NDArray;
import dev.assay.Effort;
import dev.assay.Level;
import dev.assay.Metered;
import dev.assay.Step;
import dev.assay.Trial;
import dev.assay.chart.Plane;
import dev.assay.dsl.Executable;
import dev.assay.engine.EngineName;
import dev.assay.plan.Cell;
import dev.assay.record.Failure;
import dev.assay.record.Status;
import dev.assay.record.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TrialRunnerTest {
    private static final Cell ONE = new Cell("one", Map.of());
    private static final Cell OTHER = new Cell("other", Map.of());

    private static Executable<Double> comparing(Function<Trial, Double> one, Function<Trial, Double> other) {
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

    private static TrialRunner<Double> runner(Executable<Double> executable) {
        return TrialRunner.of(executable, Effort.FULL, EngineName.MXNET, Machine.alone(), () -> {});
    }

    private static double value(TrialRecord trial) {
        assertThat(trial.failure()).isNull();
        return trial.metrics().getOrDefault("value", Double.NaN);
    }

    private static Failure failure(TrialRecord trial) {
        return Objects.requireNonNull(trial.failure());
    }

    @Test
    void variantsOfASeedShareTheirStreamsAndAnExtraDrawShiftsNoOther() {
        Executable<Double> experiment = comparing(t -> t.random("data").nextDouble(), t -> {
            t.random("noise").nextDouble();
            return t.random("data").nextDouble();
        });
        try (TrialRunner<Double> runner = runner(experiment)) {
            assertThat(value(runner.run(ONE, 0))).isEqualTo(value(runner.run(OTHER, 0)));
            assertThat(value(runner.run(ONE, 1))).isNotEqualTo(value(runner.run(ONE, 0)));
        }
    }

    @Test
    void anIndexedStreamStartsAfreshAndANamedOneContinues() {
        Executable<Double> experiment = comparing(
                t -> {
                    double first = t.random("a", 3).nextDouble();
                    return first - t.random("a", 3).nextDouble();
                },
                t -> {
                    double first = t.random("a").nextDouble();
                    return first - t.random("a").nextDouble();
                });
        try (TrialRunner<Double> runner = runner(experiment)) {
            assertThat(value(runner.run(ONE, 0))).isZero();
            assertThat(value(runner.run(OTHER, 0))).isNotZero();
        }
    }

    @Test
    void aSharedValueIsComputedOnceForASeedWithStreamsOfItsOwn() {
        List<Double> computed = new ArrayList<>();
        Function<Trial, Double> variant = t -> {
            double before = t.random("x").nextDouble();
            double shared = t.shared("teacher", s -> {
                computed.add(s.random("x").nextDouble());
                return computed.get(computed.size() - 1);
            });
            assertThat(shared).isNotEqualTo(before);
            return shared;
        };
        try (TrialRunner<Double> runner = runner(comparing(variant, variant))) {
            double first = value(runner.run(ONE, 0));
            assertThat(value(runner.run(OTHER, 0))).isEqualTo(first);
            assertThat(computed).hasSize(1);
            assertThat(value(runner.run(OTHER, 1))).isNotEqualTo(first);
            assertThat(value(runner.run(OTHER, 0))).as("computed again").isEqualTo(first);
            assertThat(computed).hasSize(3);
        }
    }

    @Test
    void aValueSharedAtAllLevelsIsComputedOnceForASeedWhateverTheFactor() {
        List<Double> computed = new ArrayList<>();
        Executable<Double> experiment = experiment("toy", e -> {
            e.title("Toy");
            e.asks("Does it run?");
            Level<Integer> size = e.factor("size", 1, 2);
            Function<Trial, Double> all = t -> t.sharedAtAllLevels("all", s -> {
                computed.add(s.random("x").nextDouble());
                return computed.get(computed.size() - 1);
            });
            e.variant("one", v -> {
                v.baseline();
                v.ignores("size");
                v.trial(all);
            });
            e.variant("other", v -> v.trial(t -> all.apply(t) + t.at(size) + t.shared("each", s -> 10.0 * s.at(size))));
            e.metric("value", LOWER, value -> value);
            e.claim(that("other").beats("one").on("value"));
        });
        try (TrialRunner<Double> runner = runner(experiment)) {
            double all = value(runner.run(ONE, 0));
            assertThat(value(runner.run(new Cell("other", Map.of("size", "1")), 0)))
                    .isEqualTo(all + 1 + 10);
            assertThat(value(runner.run(new Cell("other", Map.of("size", "2")), 0)))
                    .isEqualTo(all + 2 + 20);
            assertThat(computed).hasSize(1);
            assertThat(value(runner.run(ONE, 1))).isNotEqualTo(all);
        }
    }

    @Test
    void meteredWorkDrawsTheSameNumbersAtEveryRepeat() {
        List<Double> seen = new ArrayList<>();
        Function<Trial, Double> variant = t -> {
            t.random("x").nextDouble();
            Metered<Double> metered = t.meter(1, 3, () -> {
                seen.add(t.random("x").nextDouble() + t.random("begun inside").nextGaussian());
                return seen.get(seen.size() - 1);
            });
            return metered.value();
        };
        try (TrialRunner<Double> runner = runner(comparing(variant, variant))) {
            runner.run(ONE, 0);
            assertThat(seen).hasSize(4).containsOnly(seen.get(0));
        }
    }

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
