package dev.assay.experiments.foundations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.Effort;
import dev.assay.chart.Pictures;
import dev.assay.engine.EngineName;
import dev.assay.plan.Cell;
import dev.assay.plan.Cells;
import dev.assay.record.Curve;
import dev.assay.record.Status;
import dev.assay.record.TrialRecord;
import dev.assay.trial.Machine;
import dev.assay.trial.TrialRunner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class ElboTest {
    private static final Map<String, TrialRecord> TRIALS = new HashMap<>();

    @BeforeAll
    static void runEveryCellOfASeed() {
        try (TrialRunner<?> runner = TrialRunner.of(
                new ElboHarness().executable(), Effort.SMOKE, EngineName.MXNET, Machine.alone(), () -> {})) {
            for (Cell cell : Cells.of(new ElboHarness().executable().plan())) {
                TRIALS.put(cell.toString(), runner.run(cell, 0));
            }
        }
    }

    private static TrialRecord trial(String cell) {
        TrialRecord trial = TRIALS.get(cell);
        if (trial == null) {
            throw new IllegalArgumentException(cell + " is none of " + TRIALS.keySet());
        }
        return trial;
    }

    private static double metric(String cell, String name) {
        return trial(cell).metrics().getOrDefault(name, Double.NaN);
    }

    @Test
    void everyCellRuns() {
        assertThat(TRIALS).hasSize(8);
        assertThat(TRIALS.values()).allSatisfy(trial -> {
            assertThat(trial.failure()).isNull();
            assertThat(trial.status()).isEqualTo(Status.OK);
        });
    }

    @Test
    void whatIsExactIsExactEvenForAnAutoencoderThatHasLearntNothing() {
        for (String cell : List.of("meanField", "fullCovariance", "vae")) {
            assertThat(metric(cell, "identityError")).isLessThan(1e-9);
            assertThat(metric(cell, "violation")).isLessThan(1e-9);
        }
        assertThat(metric("meanField", "optimumError")).isLessThan(1e-9);
        assertThat(metric("vae", "gap")).isGreaterThan(0.1);
    }

    @Test
    void drawsAreOfTheApproximationThatWasTrained() {
        String meanField = "importanceWeighted(q=MEAN_FIELD, samples=50)";
        String vae = "importanceWeighted(q=VAE, samples=50)";
        assertThat(metric(meanField, "evidence")).isEqualTo(metric("meanField", "evidence"));
        assertThat(metric(vae, "evidence")).isEqualTo(metric("vae", "evidence"));
        assertThat(metric(vae, "gap")).isLessThan(metric("vae", "gap"));
    }

    @Test
    void theCurvesEndWhereTheMetricsStand() {
        for (String cell : List.of("meanField", "vae")) {
            List<Curve> curves = trial(cell).curves();
            assertThat(curves).hasSize(2);
            double bound = curves.get(0).y().get(curves.get(0).y().size() - 1);
            double evidence = curves.get(1).y().get(curves.get(1).y().size() - 1);
            assertThat(evidence).isEqualTo(metric(cell, "evidence"));
            assertThat(evidence - bound).isCloseTo(metric(cell, "gap"), within(1e-9));
        }
    }

    @Test
    void picturesShowDigitsReconstructionsAndSamples() {
        List<Integer> pictures = trial("digits").figures().stream()
                .map(figure -> ((Pictures) figure.chart()).pictures().size())
                .toList();
        assertThat(pictures).containsExactly(16, 24);
        assertThat(metric("digits", "digitsBound")).isBetween(-60.0, -10.0);
        assertThat(metric("digits", "digitsGain")).isPositive();
    }
}
