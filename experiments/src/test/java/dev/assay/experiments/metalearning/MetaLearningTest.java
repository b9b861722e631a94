package dev.assay.experiments.metalearning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.Effort;
import dev.assay.chart.Layer;
import dev.assay.chart.Plane;
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

final class MetaLearningTest {
    private static final Map<String, TrialRecord> TRIALS = new HashMap<>();

    @BeforeAll
    static void runEveryCellOfASeed() {
        try (TrialRunner<?> runner = TrialRunner.of(
                new MetaLearningHarness().executable(), Effort.SMOKE, EngineName.MXNET, Machine.alone(), () -> {})) {
            for (Cell cell : Cells.of(new MetaLearningHarness().executable().plan())) {
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
        assertThat(TRIALS).as("6 on sinusoids, 7 on letters with 1 and 5 shots").hasSize(20);
        assertThat(TRIALS.values()).allSatisfy(trial -> {
            assertThat(trial.failure()).isNull();
            assertThat(trial.status()).isEqualTo(Status.OK);
        });
    }

    @Test
    void theOuterGradientIsExactOnlyWhenSecondDerivativesAreKept() {
        assertThat(metric("maml", "gradientError")).isLessThan(1e-3);
        assertThat(metric("firstOrder", "gradientError")).isGreaterThan(1e-2);
    }

    @Test
    void theCurveOfStepsPassesThroughTheMetrics() {
        Curve curve = trial("maml").curves().stream()
                .filter(each -> each.name().startsWith("mean squared error"))
                .findFirst()
                .orElseThrow();
        assertThat(curve.y().get(1)).isEqualTo(metric("maml", "mse"));
        assertThat(curve.y().get(5)).isEqualTo(metric("maml", "mseAfter5"));
        assertThat(metric("memory", "mseAfter5")).isNaN();
    }

    @Test
    void aPictureShowsTheTruthTheFitsAndTheExamples() {
        Plane plane = (Plane) trial("maml").figures().get(0).chart();
        assertThat(plane.layers().stream().map(Layer::name))
                .containsExactly("truth", "0 steps", "1 step", "5 steps", "examples");
        Layer.Line truth = (Layer.Line) plane.layers().get(0);
        assertThat(List.of(truth.x().get(0), truth.x().get(60))).containsExactly(-5.0, 5.0);
    }

    @Test
    void lettersAreFoundMoreOftenThanByGuessingAndMoreOftenWithMoreExamples() {
        for (String variant : List.of("pretrainedLetters", "prototypical")) {
            assertThat(metric(variant + "(shots=1)", "accuracy")).isGreaterThan(0.25);
            assertThat(metric(variant + "(shots=5)", "accuracy"))
                    .isGreaterThan(metric(variant + "(shots=1)", "accuracy"));
        }
        assertThat(metric("memoryLetters(shots=1)", "accuracy")).as("untrained").isCloseTo(0.2, within(0.1));
    }
}
