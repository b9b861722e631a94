package dev.assay.experiments.sequence;

import static dev.assay.Better.LOWER;
import static dev.assay.dsl.Assay.experiment;
import static dev.assay.dsl.Assay.that;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.Effort;
import dev.assay.dsl.Executable;
import dev.assay.engine.EngineName;
import dev.assay.experiments.InTrial;
import dev.assay.experiments.sequence.Reader.Kind;
import dev.assay.plan.Cell;
import dev.assay.train.Net;
import dev.assay.trial.Machine;
import dev.assay.trial.TrialRunner;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReaderTest {
    private static final int CHARACTERS = 77;

    /** The weights of a kind's nets for recall (share 0) and for text (share 1). */
    private static Executable<Long> counting() {
        return experiment("reader-test", e -> {
            e.title("A test");
            e.asks("How many weights?");
            for (Kind kind : Kind.values()) {
                e.variant(kind.name(), v -> {
                    if (kind == Kind.GRU) {
                        v.baseline();
                    }
                    v.trial(t -> Reader.of(t, "text", kind, 64, CHARACTERS, CHARACTERS)
                            .net()
                            .params()
                            .count());
                });
                e.variant(
                        kind.name() + "recall",
                        v -> v.trial(t -> new RecallTask(64)
                                .reader(t, kind)
                                .net()
                                .params()
                                .count()));
            }
            e.metric("count", LOWER, count -> count);
            e.claim(that("LSTM").beats("GRU").on("count"));
        });
    }

    @Test
    void netsHaveEquallyManyWeightsWithinFivePerCent() {
        try (TrialRunner<Long> runner =
                TrialRunner.of(counting(), Effort.SMOKE, EngineName.MXNET, Machine.alone(), () -> {})) {
            for (String task : new String[] {"", "recall"}) {
                double[] counts = Arrays.stream(Kind.values())
                        .mapToDouble(kind -> runner.run(new Cell(kind + task, Map.of()), 0)
                                .metrics()
                                .getOrDefault("count", 0.0))
                        .toArray();
                double least = Arrays.stream(counts).min().orElseThrow();
                double most = Arrays.stream(counts).max().orElseThrow();
                assertThat(most / least).as(Arrays.toString(counts)).isBetween(1.0, 1.05);
                assertThat(least).isGreaterThan(3_000);
            }
        }
    }

    /** What is left of a unit's state after T moments of fillers, σ(b)^T, at the T that its bias was drawn for: about 1/e. */
    @Test
    void recurrentGatesKeepOverTheWholeLength() {
        for (Kind kind : new Kind[] {Kind.GRU, Kind.LSTM}) {
            InTrial.run(trial -> {
                Net net = new RecallTask(64).reader(trial, kind).net();
                String name = net.params().names().stream()
                        .filter(each -> each.endsWith("i2h_bias"))
                        .findFirst()
                        .orElseThrow();
                float[] bias = net.params().get(name).toFloatArray();
                int units = bias.length / (kind == Kind.GRU ? 3 : 4);
                double longest = 0;
                for (int i = 0; i < units; i++) {
                    double pace = Math.exp(bias[units + i]) + 1;
                    assertThat(pace).isBetween(2.0, 64.0);
                    double keeps = 1 / (1 + Math.exp(-bias[units + i]));
                    assertThat(Math.pow(keeps, pace)).isBetween(0.24, 0.37);
                    assertThat((double) bias[i]).isCloseTo(kind == Kind.GRU ? 0 : -bias[units + i], within(1e-6));
                    longest = Math.max(longest, pace);
                }
                assertThat(longest).isGreaterThan(40);
                return 0;
            });
        }
    }
}
