package dev.assay.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.Effort;
import dev.assay.chart.Graph;
import dev.assay.plan.Cell;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrialRecordTest {
    private static final Failure FAILURE = new Failure(Failure.Cause.TIMEOUT, "no sign of life", "", "");

    private static TrialRecord record(
            int seed, Status status, Map<String, Double> metrics, @Nullable Failure failure, double seconds) {
        return new TrialRecord(
                1,
                "e",
                "v",
                Map.of("b", "2", "a", "1"),
                seed,
                status,
                metrics,
                List.of(),
                List.of(),
                failure,
                seconds,
                Effort.QUICK,
                "MXNet");
    }

    @Test
    void knowsItsCellAndKey() {
        TrialRecord record = record(4, Status.OK, Map.of(), null, 1);

        assertThat(record.cell()).isEqualTo(new Cell("v", Map.of("a", "1", "b", "2")));
        assertThat(record.key()).hasToString("e/v(a=1, b=2)/4");
    }

    @Test
    void refusesASeedBelowZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record(-1, Status.OK, Map.of(), null, 1))
                .withMessageContaining("-1");
    }

    @Test
    void failsExactlyWithAFailure() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record(0, Status.OK, Map.of(), FAILURE, 1))
                .withMessageContaining("status is OK")
                .withMessageContaining("no sign of life");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record(0, Status.FAILED, Map.of(), null, 1))
                .withMessageContaining("status is FAILED");
    }

    @Test
    void hasNoMetricsIfItFailed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record(0, Status.FAILED, Map.of("loss", 1.0), FAILURE, 1))
                .withMessageContaining("{loss=1.0}");
    }

    @Test
    void takesAtLeastNoTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record(0, Status.OK, Map.of(), null, -0.5))
                .withMessageContaining("-0.5");
        assertThatIllegalArgumentException().isThrownBy(() -> record(0, Status.OK, Map.of(), null, Double.NaN));
    }

    @Test
    void hasFiguresForTheFirstSeedOnly() {
        List<DrawnFigure> figures = List.of(new DrawnFigure("f", Graph.empty()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrialRecord(
                        1,
                        "e",
                        "v",
                        Map.of(),
                        1,
                        Status.OK,
                        Map.of(),
                        List.of(),
                        figures,
                        null,
                        1,
                        Effort.QUICK,
                        "MXNet"))
                .withMessageContaining("seed 1 has 1");
    }

    @Test
    void cannotBeChangedFromOutside() {
        Map<String, Double> metrics = new HashMap<>(Map.of("loss", 1.0));
        TrialRecord record = record(0, Status.OK, metrics, null, 1);
        metrics.put("loss", 2.0);

        assertThat(record.metrics()).containsEntry("loss", 1.0);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> record.metrics().put("x", 1.0));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> record.levels().put("x", "1"));
    }

    @Test
    void curvesPairTheirPoints() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Curve("loss", List.of(1.0), List.of()))
                .withMessage("curve 'loss' has 1 x and 0 y values");
    }

    @Test
    void saysForHowLongItHadTheMachineToItselfIfItHad() {
        TrialRecord record = record(0, Status.OK, Map.of(), null, 0);

        assertThat(record.took(2, 0.5).seconds()).isEqualTo(2);
        assertThat(record.took(2, 0.5).alone()).isEqualTo(0.5);
        assertThat(record.took(2, 0).alone()).isNull();
        assertThat(RecordJson.write(record.took(2, 0.5))).contains("\"seconds\":2.0,\"alone\":0.5,");
        assertThat(RecordJson.write(record.took(2, 0))).doesNotContain("alone");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record.took(2, 2.5))
                .withMessageContaining("at most its 2.0 seconds, not for 2.5");
    }
}
