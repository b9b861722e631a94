package dev.assay.experiments.sequence;

import static dev.assay.Better.LOWER;
import static dev.assay.dsl.Assay.experiment;
import static dev.assay.dsl.Assay.that;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Effort;
import dev.assay.dsl.Executable;
import dev.assay.engine.EngineName;
import dev.assay.experiments.sequence.Reader.Kind;
import dev.assay.plan.Cell;
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
                    v.trial(t -> Reader.of(t, "text", kind, CHARACTERS, CHARACTERS)
                            .net()
                            .params()
                            .count());
                });
                e.variant(
                        kind.name() + "recall",
                        v -> v.trial(t -> AttentionVsRnn.recallReader(t, kind)
                                .net()
                                .params()
                                .count()));
            }
            e.metric("count", LOWER, count -> count);
            e.claim(that("LSTM").beats("GRU").on("count"));
        });
    }

    @Test
    void netsHaveEquallyManyWeightsWithinThreePerCent() {
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
                assertThat(most / least).as(Arrays.toString(counts)).isBetween(1.0, 1.03);
                assertThat(least).isGreaterThan(10_000);
            }
        }
    }
}
