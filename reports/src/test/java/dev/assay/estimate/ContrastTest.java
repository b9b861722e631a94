package dev.assay.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import org.junit.jupiter.api.Test;

final class ContrastTest {
    private static Contrast of(double... differences) {
        return Contrast.of(Scale.VALUE, differences, 0, 0);
    }

    @Test
    void hasHedgesFactor() {
        // SciPy 1.17.1: exp(gammaln(ν/2) − gammaln((ν − 1)/2)) / √(ν/2).
        assertThat(EffectSize.correction(2)).isCloseTo(0.5641895835, within(1e-9));
        assertThat(EffectSize.correction(3)).isCloseTo(0.7236012546, within(1e-9));
        assertThat(EffectSize.correction(9)).isCloseTo(0.9138748918, within(1e-9));
        assertThat(EffectSize.correction(29)).isCloseTo(0.9738749846, within(1e-9));
    }

    @Test
    void itsEffectIsRightOnAverage() {
        RandomStream random = RandomStream.of(4);
        int runs = 20_000;
        double sum = 0;
        for (int run = 0; run < runs; run++) {
            double[] differences = random.gaussians(5);
            for (int i = 0; i < 5; i++) {
                differences[i] += 0.8;
            }
            sum += of(differences).effect();
        }
        // Its standard deviation is near .6 at n = 5, so this is four standard errors; uncorrected it would average
        // 1.0.
        assertThat(sum / runs).isCloseTo(0.8, within(0.018));
    }

    @Test
    void turnsRoundWithItsSides() {
        double[] differences = RandomStream.of(7).gaussians(9);
        double[] mirrored = new double[9];
        for (int i = 0; i < 9; i++) {
            mirrored[8 - i] = -differences[i];
        }
        Contrast one = of(differences);
        Contrast two = of(mirrored);
        assertThat(two.p()).isEqualTo(one.p());
        assertThat(two.effect()).isCloseTo(-one.effect(), within(1e-15));
        assertThat(two.wins()).isCloseTo(1 - one.wins(), within(1e-15));
        assertThat(two.improvement().low()).isCloseTo(1 - one.improvement().high(), within(1e-12));
        assertThat(two.interval().low()).isCloseTo(-one.interval().high(), within(1e-15));
    }

    @Test
    void countsTiesHalf() {
        Contrast contrast = of(1, 2, 0, 0, -1);
        assertThat(contrast.wins()).isEqualTo(0.6);
        assertThat(contrast.improvement()).isEqualTo(ClopperPearson.interval(0.6, 5, 0.95));
    }

    @Test
    void saysOfFewOrConstantPairsNoMoreThanTheyTell() {
        Contrast none = of();
        assertThat(none.wins()).isNaN();
        assertThat(none.p()).isNaN();
        assertThat(none.improvement().isDefined()).isFalse();
        Contrast one = of(3);
        assertThat(one.p()).isEqualTo(1);
        assertThat(one.effect()).isNaN();
        assertThat(one.interval().isDefined()).isFalse();
        assertThat(one.improvement().low()).isCloseTo(0.025, within(1e-12));
        Contrast two = of(1, 2);
        assertThat(two.p()).isEqualTo(0.5);
        assertThat(two.effect()).isNaN();
        Contrast constant = of(2, 2, 2, 2);
        assertThat(constant.effect()).isNaN();
        assertThat(constant.interval()).isEqualTo(new Interval(2, 2));
        assertThat(constant.p()).isEqualTo(0.125);
    }

    @Test
    void widensForSplitsOfOneTable() {
        // SciPy 1.17.1 on Student's ten sleepers: t of mean / (sd √(1/10 + 1/2)) at 9 degrees of freedom.
        double[] sleep = {1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4};
        Contrast contrast = Contrast.of(Scale.VALUE, sleep, 0, 0.5);
        assertThat(StudentT.standardError(contrast.moments(), 0.5)).isCloseTo(0.9527504045, within(1e-9));
        assertThat(contrast.interval().low()).isCloseTo(-0.5752711520, within(1e-9));
        assertThat(contrast.interval().high()).isCloseTo(3.7352711520, within(1e-9));
        assertThat(contrast.p()).isCloseTo(0.1316211166, within(1e-9));
        assertThat(contrast.improvement()).isEqualTo(ClopperPearson.interval(0.95, 10 / 6.0, 0.95));
    }

    /** Splits of one table are alike: correlated by test/(test + train), as Nadeau and Bengio suppose. */
    @Test
    void coversTheMeanOfCorrelatedSplitsWhereTheUsualIntervalDoesNot() {
        RandomStream random = RandomStream.of(2003);
        double correlation = 1.0 / 3;
        int runs = 4_000;
        int covered = 0;
        int usual = 0;
        for (int run = 0; run < runs; run++) {
            double shared = Math.sqrt(correlation) * random.nextGaussian();
            double[] values = random.gaussians(10);
            for (int i = 0; i < 10; i++) {
                values[i] = shared + Math.sqrt(1 - correlation) * values[i];
            }
            Interval corrected = Contrast.of(Scale.VALUE, values, 0, 0.5).interval();
            covered += corrected.isAbove(0) || corrected.isBelow(0) ? 0 : 1;
            Interval plain = of(values).interval();
            usual += plain.isAbove(0) || plain.isBelow(0) ? 0 : 1;
        }
        // The correction is exact for this correlation; four standard errors of a share of 95 %.
        assertThat((double) covered / runs).isCloseTo(0.95, within(4 * Math.sqrt(0.95 * 0.05 / runs)));
        assertThat((double) usual / runs).isLessThan(0.7);
    }
}
