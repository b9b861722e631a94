package dev.assay.experiments.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import dev.assay.train.Predictions;
import org.junit.jupiter.api.Test;

final class CalibrationPartsTest {
    private static final double[] SCORES = {-2.5, -1, -0.4, 0.1, 0.3, 0.9, 1.7, 3};
    private static final boolean[] HITS = {false, false, true, false, true, true, false, true};

    /** Labels drawn from the softmax of some logits, and the logits multiplied by a factor: too sure by just that. */
    private static Predictions overconfident(double factor) {
        RandomStream random = RandomStream.of(7);
        int rows = 4000;
        float[][] logits = new float[rows][4];
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++) {
            double[] weights = new double[4];
            for (int k = 0; k < 4; k++) {
                double logit = 1.5 * random.nextGaussian();
                weights[k] = Math.exp(logit);
                logits[i][k] = (float) (factor * logit);
            }
            labels[i] = random.categorical(weights);
        }
        return Predictions.ofLogits(logits, labels);
    }

    @Test
    void temperatureIsTheBestOfAGrid() {
        Predictions predictions = overconfident(3);
        double fitted = TemperatureScaling.fit(predictions);
        double best = predictions.scaled(fitted).nll();

        for (double log = -2; log <= 2; log += 0.01) {
            assertThat(best)
                    .isLessThanOrEqualTo(predictions.scaled(Math.exp(log)).nll() + 1e-12);
        }
        assertThat(fitted).as("the factor that the logits were multiplied by").isCloseTo(3, within(0.2));
    }

    @Test
    void temperatureLeavesEveryPredictionAsItIs() {
        Predictions predictions = overconfident(5);
        Predictions scaled = predictions.scaled(TemperatureScaling.fit(predictions));

        for (int i = 0; i < predictions.size(); i++) {
            assertThat(scaled.predicted(i)).isEqualTo(predictions.predicted(i));
        }
        assertThat(scaled.ece(15)).isLessThan(predictions.ece(15) / 3);
    }

    @Test
    void plattsGradientIsThatOfFiniteDifferences() {
        PlattScaling.Loss loss = new PlattScaling.Loss(SCORES, HITS);
        double h = 1e-6;
        for (double slope : new double[] {-1, 0, 0.7, 4}) {
            for (double intercept : new double[] {-2, 0, 0.5}) {
                double[] gradient = loss.gradient(slope, intercept);
                double alongSlope = (loss.at(slope + h, intercept) - loss.at(slope - h, intercept)) / (2 * h);
                double alongIntercept = (loss.at(slope, intercept + h) - loss.at(slope, intercept - h)) / (2 * h);
                assertThat(gradient[0]).isCloseTo(alongSlope, within(1e-6));
                assertThat(gradient[1]).isCloseTo(alongIntercept, within(1e-6));
            }
        }
    }

    @Test
    void plattEndsWhereTheGradientIsZero() {
        PlattScaling fit = PlattScaling.fit(SCORES, HITS);
        double[] gradient = new PlattScaling.Loss(SCORES, HITS).gradient(fit.getSlope(), fit.getIntercept());

        assertThat(gradient[0]).isCloseTo(0, within(1e-8));
        assertThat(gradient[1]).isCloseTo(0, within(1e-8));
        assertThat(fit.at(0)).isCloseTo(1 / (1 + Math.exp(-fit.getIntercept())), within(1e-12));
    }

    @Test
    void plattStaysFiniteWhereAThresholdSeparatesTheRows() {
        PlattScaling fit = PlattScaling.fit(new double[] {-2, -1, 1, 2}, new boolean[] {false, false, true, true});

        assertThat(fit.at(2)).isBetween(0.5, 0.999);
        assertThat(fit.at(-2)).isCloseTo(1 - fit.at(2), within(1e-6));
    }

    @Test
    void aBinSaysItsShareAndAnEmptyOneItsMiddle() {
        HistogramBinning fit = HistogramBinning.fit(
                new double[] {0, 0.1, 0.25, 0.3, 1}, new boolean[] {true, false, false, false, true}, 4);

        assertThat(fit.at(0.2)).isEqualTo(1.0 / 3); // (0, ¼] holds 0, 0.1 and 0.25
        assertThat(fit.at(0.5)).isZero();
        assertThat(fit.at(0.6)).isEqualTo(0.625);
        assertThat(fit.at(0.9)).isEqualTo(1);
    }

    @Test
    void oneVersusRestGivesRowsThatSumToOneAndCallNothingImpossible() {
        Predictions predictions = overconfident(3);
        Predictions calibrated = OneVsRest.Companion.getLogOdds()
                .calibrate(predictions, predictions, (scores, hits) -> {
                    IsotonicRegression fit = IsotonicRegression.fit(scores, hits);
                    return fit::at;
                });

        for (int i = 0; i < calibrated.size(); i++) {
            double sum = 0;
            for (int k = 0; k < 4; k++) {
                assertThat(calibrated.probability(i, k)).isGreaterThan(1e-7);
                sum += calibrated.probability(i, k);
            }
            assertThat(sum).isCloseTo(1, within(1e-12));
        }
        assertThat(calibrated.ece(15)).isLessThan(predictions.ece(15) / 3);
    }
}
