package dev.assay.experiments.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import org.junit.jupiter.api.Test;

final class IsotonicRegressionTest {

    /** The largest of the smallest averages: Barlow and others 1972, the min–max formula, which needs no pooling. */
    private static double minMax(boolean[] hits, int at) {
        double best = Double.NEGATIVE_INFINITY;
        for (int from = 0; from <= at; from++) {
            double least = Double.POSITIVE_INFINITY;
            for (int to = at; to < hits.length; to++) {
                int sum = 0;
                for (int i = from; i <= to; i++) {
                    sum += hits[i] ? 1 : 0;
                }
                least = Math.min(least, (double) sum / (to - from + 1));
            }
            best = Math.max(best, least);
        }
        return best;
    }

    @Test
    void equalsTheMinMaxFormulaOnEverySequenceOfNine() {
        double[] scores = {-3, -2, -1.5, -1, 0, 0.25, 1, 2, 5};
        for (int bits = 0; bits < 1 << scores.length; bits++) {
            boolean[] hits = new boolean[scores.length];
            for (int i = 0; i < hits.length; i++) {
                hits[i] = (bits >> i & 1) == 1;
            }
            IsotonicRegression fit = IsotonicRegression.fit(scores, hits);
            for (int i = 0; i < scores.length; i++) {
                assertThat(fit.at(scores[i])).isCloseTo(minMax(hits, i), within(1e-12));
            }
        }
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        RandomStream random = RandomStream.of(1);
        double[] scores = random.gaussians(60);
        boolean[] hits = new boolean[60];
        for (int i = 0; i < 60; i++) {
            hits[i] = random.nextDouble() < 1 / (1 + Math.exp(-scores[i]));
        }
        double[] shuffledScores = new double[60];
        boolean[] shuffledHits = new boolean[60];
        int[] order = random.permutation(60);
        for (int i = 0; i < 60; i++) {
            shuffledScores[i] = scores[order[i]];
            shuffledHits[i] = hits[order[i]];
        }
        IsotonicRegression fit = IsotonicRegression.fit(scores, hits);
        IsotonicRegression again = IsotonicRegression.fit(shuffledScores, shuffledHits);
        double last = 0;
        for (double at = -4; at <= 4; at += 0.01) {
            assertThat(fit.at(at)).isEqualTo(again.at(at)).isBetween(last, 1.0);
            last = fit.at(at);
        }
    }

    @Test
    void rowsOfOneScoreShareTheirMean() {
        IsotonicRegression fit =
                IsotonicRegression.fit(new double[] {1, 1, 1, 1, 2}, new boolean[] {true, false, false, false, true});
        assertThat(fit.at(1)).isEqualTo(0.25);
        assertThat(fit.at(1.5)).isEqualTo(0.625);
        assertThat(fit.at(-7)).isEqualTo(0.25);
        assertThat(fit.at(7)).isEqualTo(1);
    }

    @Test
    void refusesNothing() {
        assertThatThrownBy(() -> IsotonicRegression.fit(new double[0], new boolean[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 scores");
    }
}
