package dev.assay.experiments.variational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import dev.assay.experiments.sampling.Normal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LinearGaussianTest {
    private static final LinearGaussian SMALL =
            new LinearGaussian(new double[][] {{1.2}, {-0.7}}, new double[] {0.3, -0.1}, 0.5);
    private static final LinearGaussian MODEL = LinearGaussian.random(12, 4, RandomStream.of(1));
    private static final double[][] ROWS = MODEL.draw(300, RandomStream.of(2));

    private static Normal random(RandomStream random) {
        double[][] factor = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < i; j++) {
                factor[i][j] = 0.3 * random.nextGaussian();
            }
            factor[i][i] = Math.exp(0.5 * random.nextGaussian());
        }
        return new Normal(random.gaussians(4), factor);
    }

    @Test
    void theEvidenceIsTheIntegralOverTheLatentCoordinate() {
        double[] x = {0.9, -1.4};
        double sum = 0;
        double first = 0;
        double second = 0;
        double width = 1e-3;
        for (double z = -10; z <= 10; z += width) {
            double density = Math.exp(SMALL.logJoint(x, new double[] {z}));
            sum += density * width;
            first += z * density * width;
            second += z * z * density * width;
        }
        double mean = first / sum;
        assertThat(SMALL.logEvidence(x)).isCloseTo(Math.log(sum), within(1e-9));
        assertThat(SMALL.posteriorMean(x)[0]).isCloseTo(mean, within(1e-9));
        assertThat(1 / SMALL.precision()[0][0]).isCloseTo(second / sum - mean * mean, within(1e-9));
    }

    @Test
    void rowsHaveTheModelsMoments() {
        double[][] x = SMALL.draw(100_000, RandomStream.of(3));
        double[] mean = new double[2];
        double product = 0;
        for (double[] row : x) {
            mean[0] += row[0] / x.length;
            mean[1] += row[1] / x.length;
            product += (row[0] - 0.3) * (row[1] + 0.1) / x.length;
        }
        assertThat(mean[0]).isCloseTo(0.3, within(0.02));
        assertThat(mean[1]).isCloseTo(-0.1, within(0.02));
        assertThat(product).isCloseTo(1.2 * -0.7, within(0.03));
    }

    @Test
    void theBoundIsTheMeanOfWhatItIsTheMeanOf() {
        RandomStream random = RandomStream.of(4);
        Normal q = random(random);
        double[] x = ROWS[0];
        int draws = 100_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            double[] noise = random.gaussians(4);
            double weight = MODEL.logJoint(x, q.at(noise)) - q.logDensityAt(noise);
            sum += weight;
            squares += weight * weight;
        }
        double mean = sum / draws;
        double error = Math.sqrt((squares / draws - mean * mean) / draws);
        assertThat(MODEL.bound(x, q)).isCloseTo(mean, within(4 * error));
    }

    @Test
    void evidenceIsBoundPlusDivergenceForAnyApproximation() {
        RandomStream random = RandomStream.of(5);
        List<Normal> fits = new ArrayList<>();
        for (int n = 0; n < ROWS.length; n++) {
            fits.add(random(random));
            assertThat(MODEL.divergence(ROWS[n], fits.get(n))).isPositive();
        }
        assertThat(Gap.identityError(MODEL, ROWS, fits)).isLessThan(1e-9);
    }

    @Test
    void aClimbEndsAtTheClosedFormAndNeverFalls() {
        for (Factorisation factorisation : List.of(
                Factorisation.meanField(4),
                new Factorisation(List.of(List.of(0, 1), List.of(2, 3))),
                Factorisation.full(4))) {
            CoordinateAscent climb = CoordinateAscent.run(MODEL, ROWS, factorisation);
            assertThat(climb.bounds()).isSortedAccordingTo((a, b) -> a > b + 1e-12 ? 1 : 0);
            assertThat(Gap.exact(MODEL, ROWS, climb.fits()).gap())
                    .isCloseTo(factorisation.smallestGap(MODEL), within(1e-10));
            for (int n = 0; n < ROWS.length; n++) {
                double[] truth = MODEL.posteriorMean(ROWS[n]);
                for (int i = 0; i < 4; i++) {
                    assertThat(climb.fits().get(n).mean()[i]).isCloseTo(truth[i], within(1e-5));
                }
            }
        }
    }

    @Test
    void finerBlocksLeaveALargerGap() {
        double single = Factorisation.meanField(4).smallestGap(MODEL);
        double pairs = new Factorisation(List.of(List.of(0, 1), List.of(2, 3))).smallestGap(MODEL);
        assertThat(single).isGreaterThan(pairs);
        assertThat(pairs).isPositive();
        assertThat(Factorisation.full(4).smallestGap(MODEL)).isCloseTo(0, within(1e-12));
    }

    @Test
    void moreDrawsBoundBetterAndOneIsTheEvidenceLowerBound() {
        List<Normal> fits =
                CoordinateAscent.run(MODEL, ROWS, Factorisation.meanField(4)).fits();
        double exact = Gap.exact(MODEL, ROWS, fits).gap();
        Gap one = Gap.sampled(MODEL, ROWS, fits, 1, 20, RandomStream.of(6));
        Gap five = Gap.sampled(MODEL, ROWS, fits, 5, 20, RandomStream.of(6));
        Gap fifty = Gap.sampled(MODEL, ROWS, fits, 50, 20, RandomStream.of(6));
        assertThat(one.gap()).isCloseTo(exact, within(4 * one.standardError()));
        assertThat(five.gap()).isBetween(0.2 * exact, 0.6 * exact);
        assertThat(fifty.gap()).isBetween(0.0, 0.2 * exact);
        assertThat(fifty.violation()).isZero();
    }

    @Test
    void drawsOfThePosteriorItselfWeighAllTheSame() {
        List<Normal> fits =
                CoordinateAscent.run(MODEL, ROWS, Factorisation.full(4)).fits();
        Gap gap = Gap.sampled(MODEL, ROWS, fits, 3, 1, RandomStream.of(7));
        assertThat(gap.gap()).isCloseTo(0, within(1e-10));
    }

    @Test
    void aBoundAboveTheEvidenceIsAViolation() {
        assertThat(new Gap(-20, -0.5, 0.1).violation()).isCloseTo(0.1, within(1e-12));
        assertThat(new Gap(-20, -0.3, 0.1).violation()).isZero();
    }

    @Test
    void refusesBlocksThatLeaveACoordinateOut() {
        assertThatThrownBy(() -> new Factorisation(List.of(List.of(0, 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[[0, 2]]");
    }

    @Test
    void theSmallestGapOfTwoCorrelatedCoordinatesIsMinusHalfTheLogOfOneMinusTheSquaredCorrelation() {
        LinearGaussian two = new LinearGaussian(new double[][] {{2, 1.5}, {1, 2.5}}, new double[2], 0.7);
        double[][] precision = two.precision();
        double squared = precision[0][1] * precision[0][1] / precision[0][0] / precision[1][1];
        assertThat(Factorisation.meanField(2).smallestGap(two)).isCloseTo(-0.5 * Math.log(1 - squared), within(1e-12));
        assertThat(Arrays.stream(precision)
                        .flatMapToDouble(Arrays::stream)
                        .min()
                        .orElseThrow())
                .isPositive();
    }
}
