package dev.assay.experiments.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Effort;
import dev.assay.engine.EngineName;
import dev.assay.plan.Cell;
import dev.assay.record.Status;
import dev.assay.record.TrialRecord;
import dev.assay.trial.Machine;
import dev.assay.trial.TrialRunner;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AttentionVsRnnTest {
    @Test
    void everyNetReadsBothTasksAndAttentionShowsItsHeads() {
        try (TrialRunner<?> runner = TrialRunner.of(
                new AttentionVsRnnHarness().executable(), Effort.SMOKE, EngineName.MXNET, Machine.alone(), () -> {})) {
            for (String variant : new String[] {"gru", "lstm", "singleHead", "multiHead"}) {
                TrialRecord trial = runner.run(new Cell(variant, Map.of("length", "16")), 0);
                assertThat(trial.failure()).as(variant).isNull();
                assertThat(trial.status()).isEqualTo(Status.OK);
                assertThat(trial.metrics())
                        .containsOnlyKeys(
                                "recall", "bits", "stepSlope", "millisAt64", "millisAt1024", "tokensPerSecond");
                assertThat(trial.metrics().getOrDefault("recall", 0.0)).isBetween(0.1, 0.6);
                assertThat(trial.metrics().getOrDefault("bits", 0.0)).isBetween(4.0, 9.0);
                assertThat(trial.figures()).hasSize(variant.endsWith("Head") ? 1 : 0);
            }
        }
    }
}
