package dev.assay.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import org.junit.jupiter.api.Test;

final class BenjaminiHochbergTest {
    @Test
    void agreesWithScipy() {
        // SciPy 1.17.1: false_discovery_control([.01, .04, .03, .005, .6, .021]).
        assertThat(BenjaminiHochberg.correct(0.01, 0.04, 0.03, 0.005, 0.6, 0.021))
                .containsExactly(new double[] {0.03, 0.048, 0.045, 0.03, 0.6, 0.042}, within(1e-12));
    }

    @Test
    void isNeverAboveHolmAndNeverBelowTheRawValue() {
        RandomStream random = RandomStream.of(95);
        double[] raw = random.doubles(30).map(u -> u * u).toArray();
        double[] corrected = BenjaminiHochberg.correct(raw);
        double[] holm = Holm.correct(raw);
        for (int i = 0; i < raw.length; i++) {
            assertThat(corrected[i]).isBetween(raw[i], holm[i]);
        }
    }

    @Test
    void doesNotCountWhatWasNotTested() {
        assertThat(BenjaminiHochberg.correct(0.02, Double.NaN, 0.03)).containsExactly(0.03, Double.NaN, 0.03);
        assertThat(BenjaminiHochberg.correct()).isEmpty();
    }

    @Test
    void keepsTheShareOfFalseDiscoveriesAtItsLevel() {
        RandomStream random = RandomStream.of(96);
        int runs = 4_000;
        double falseShares = 0;
        for (int run = 0; run < runs; run++) {
            // Fifteen true hypotheses, five false ones.
            double[] p = new double[20];
            for (int i = 0; i < 20; i++) {
                p[i] = i < 15 ? random.nextDouble() : 1e-3 * random.nextDouble();
            }
            double[] corrected = BenjaminiHochberg.correct(p);
            int rejected = 0;
            int wrong = 0;
            for (int i = 0; i < 20; i++) {
                rejected += corrected[i] <= 0.05 ? 1 : 0;
                wrong += corrected[i] <= 0.05 && i < 15 ? 1 : 0;
            }
            falseShares += rejected == 0 ? 0 : (double) wrong / rejected;
        }
        // Exactly .05 · 15/20 for independent tests; the share of a run has a standard deviation below .1.
        assertThat(falseShares / runs).isCloseTo(0.0375, within(4 * 0.1 / Math.sqrt(runs)));
    }
}
