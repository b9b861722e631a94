package dev.assay.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.chart.Layer;
import org.junit.jupiter.api.Test;

final class PredictionsTest {
    /** Confidences .9 (right), .9 (wrong), .6 (right), .55 (wrong). */
    private final Predictions four = Predictions.ofProbabilities(
            new double[][] {{0.9, 0.1}, {0.9, 0.1}, {0.4, 0.6}, {0.55, 0.45}}, new int[] {0, 1, 1, 1});

    @Test
    void scoresAgreeWithHandComputations() {
        assertThat(four.accuracy()).isEqualTo(0.5);
        assertThat(four.nll())
                .isCloseTo(-(Math.log(0.9) + Math.log(0.1) + Math.log(0.6) + Math.log(0.45)) / 4, within(1e-12));
        assertThat(four.brier()).isCloseTo(2 * (0.01 + 0.81 + 0.16 + 0.3025) / 4, within(1e-12));
    }

    @Test
    void calibrationErrorWeighsEachBinsGap() {
        // two bins: (0, .5] is empty, (.5, 1] has 2 hits and confidences 2.95 of 4
        assertThat(four.ece(2)).isCloseTo(0.95 / 4, within(1e-12));
        // ten bins: (.5, .6] has 1 hit and 1.15; (.8, .9] has 1 hit and 1.8
        assertThat(four.ece(10)).isCloseTo((0.15 + 0.8) / 4, within(1e-9));
        // fifteen bins: .55 and .6 both in (8/15, 9/15]; .9 in (13/15, 14/15]
        assertThat(four.ece(15)).isCloseTo((0.15 + 0.8) / 4, within(1e-9));
    }

    @Test
    void aTemperatureDividesTheLogits() {
        float[][] logits = {{2, 0, -1}, {0.5f, 1, 0}};
        Predictions half = Predictions.ofLogits(logits, new int[] {0, 1}).scaled(2);
        double sum = Math.exp(1) + Math.exp(0) + Math.exp(-0.5);
        assertThat(half.probability(0, 0)).isCloseTo(Math.exp(1) / sum, within(1e-12));
        assertThat(half.predicted(1)).isEqualTo(1);
        assertThat(Predictions.ofLogits(logits, new int[] {0, 1}).scaled(1).nll())
                .isCloseTo(Predictions.ofLogits(logits, new int[] {0, 1}).nll(), within(1e-12));
        assertThatThrownBy(() -> half.scaled(0)).hasMessageContaining("not 0.0");
    }

    @Test
    void doesNotOverflow() {
        Predictions sure = Predictions.ofLogits(new float[][] {{1000, 0}, {-1000, 0}}, new int[] {0, 0});
        assertThat(sure.nll()).isEqualTo(500);
        assertThat(sure.accuracy()).isEqualTo(0.5);
    }

    @Test
    void reliabilityShowsAccuracyPerBin() {
        Layer.Bars bars = (Layer.Bars) four.reliability().layers().get(0);
        assertThat(bars.heights()).hasSize(15);
        assertThat(bars.heights().get(13)).isEqualTo(0.5);
        Layer.Points shares = (Layer.Points) four.reliability().layers().get(2);
        assertThat(shares.y().stream().mapToDouble(Double::doubleValue).sum()).isEqualTo(1);
    }

    @Test
    void staysAsItWasMade() {
        double[][] given = {{0.9, 0.1}};
        int[] labels = {0};
        Predictions one = Predictions.ofProbabilities(given, labels);
        given[0][0] = 0;
        labels[0] = 1;
        assertThat(one.accuracy()).isEqualTo(1);
        assertThat(one.probability(0, 0)).isCloseTo(0.9, within(1e-12));
    }

    @Test
    void refusesRowsThatDoNotFit() {
        assertThatThrownBy(() -> Predictions.ofLogits(new float[][] {{1, 2}}, new int[] {2}))
                .hasMessageContaining("label 2");
        assertThatThrownBy(() -> Predictions.ofProbabilities(new double[][] {{-0.1, 1.1}}, new int[] {0}))
                .hasMessageContaining("-0.1");
    }
}
