package dev.assay.experiments.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import org.junit.jupiter.api.Test;

final class VariationalFitTest {
    private static final int CAP = 20_000;

    @Test
    void independentNormalsGetTheVarianceOfTheConditional() {
        for (double correlation : new double[] {-0.5, 0, 0.9}) {
            for (int seed = 0; seed < 10; seed++) {
                CorrelatedGaussian target = new CorrelatedGaussian(correlation);
                Normal fit = VariationalFit.run(target, false, CAP, RandomStream.of(seed));
                double expected = 1 - correlation * correlation;
                for (int i = 0; i < 2; i++) {
                    double variance = fit.factor()[i][i] * fit.factor()[i][i];
                    assertThat(variance / expected).isCloseTo(1, within(0.01));
                    assertThat(fit.mean()[i]).isCloseTo(0, within(0.01));
                }
                assertThat(fit.factor()[1][0]).isZero();
                assertThat(fit.varianceError(target, 10, RandomStream.of(1))).isLessThan(0.01);
            }
        }
    }

    @Test
    void aFullCovarianceFindsANormalTargetItself() {
        for (int seed = 0; seed < 10; seed++) {
            Normal fit = VariationalFit.run(new CorrelatedGaussian(0.9), true, CAP, RandomStream.of(seed));
            double[][] l = fit.factor();
            assertThat(l[0][0]).isCloseTo(1, within(0.01));
            assertThat(l[1][0]).isCloseTo(0.9, within(0.01));
            assertThat(l[1][1]).isCloseTo(Math.sqrt(0.19), within(0.01));
        }
    }

    /** Each coordinate's curvature is 1 / (1 − ρ²), so variances of 1.5 and 2 times its inverse err by a half and by one. */
    @Test
    void varianceErrorIsThatOfTheWorstCoordinate() {
        CorrelatedGaussian target = new CorrelatedGaussian(0.9);
        double[][] wide = {{Math.sqrt(1.5 * 0.19), 0}, {0, Math.sqrt(2 * 0.19)}};
        assertThat(new Normal(new double[2], wide).varianceError(target, 10, RandomStream.of(1)))
                .isCloseTo(1, within(1e-6));
    }

    /** The regression's posterior is nearly normal, so a normal should find its reference moments. */
    @Test
    void aFullCovarianceFindsTheRegression() {
        LogisticPosterior target = LogisticPosterior.cancer();
        Normal fit = VariationalFit.run(target, true, CAP, RandomStream.of(1));
        Moments moments = Moments.of(fit.draws(target, 20_000, RandomStream.of(2)));
        assertThat(moments.meanError(target.moments())).isLessThan(0.05);
        assertThat(moments.sdError(target.moments())).isLessThan(0.05);
    }

    @Test
    void stopsAtItsCap() {
        Normal early = VariationalFit.run(new CorrelatedGaussian(0.9), false, 100, RandomStream.of(1));
        Normal late = VariationalFit.run(new CorrelatedGaussian(0.9), false, CAP, RandomStream.of(1));
        assertThat(early.mean()[0]).isNotEqualTo(late.mean()[0]);
    }
}
