package dev.assay.trial;

import static dev.assay.Better.LOWER;
import static dev.assay.dsl.Assay.experiment;
import static dev.assay.dsl.Assay.that;
import static dev.assay.trial.ToyTrials.ONE;
import static dev.assay.trial.ToyTrials.OTHER;
import static dev.assay.trial.ToyTrials.comparing;
import static dev.assay.trial.ToyTrials.runner;
import static dev.assay.trial.ToyTrials.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Level;
import dev.assay.Metered;
import dev.assay.Trial;
import dev.assay.dsl.Executable;
import dev.assay.plan.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What the variants of a seed have in common. */
final class StreamsAndSharedValuesTest {
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
}
