package dev.assay.experiments.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ConvergenceTest {
    private static final int LENGTH = 20_000;

    @Test
    void transformedAutocovariancesAreTheSumsTheyStandFor() {
        double[] series = RandomStream.of(1).gaussians(37);
        double mean = Arrays.stream(series).average().orElseThrow();
        double[] fast = Autocovariance.of(series);
        for (int lag = 0; lag < series.length; lag++) {
            double sum = 0;
            for (int i = 0; i + lag < series.length; i++) {
                sum += (series[i] - mean) * (series[i + lag] - mean);
            }
            assertThat(fast[lag]).isCloseTo(sum / series.length, within(1e-12));
        }
    }

    /** The integrated autocorrelation time of an autoregression is (1 + φ) / (1 − φ). */
    @Test
    void anAutoregressionIsWorthItsClosedForm() {
        for (double phi : new double[] {-0.5, 0, 0.5, 0.9}) {
            double expected = 4.0 * LENGTH * (1 - phi) / (1 + phi);
            assertThat(new Convergence(autoregressions(phi, 0)).effectiveSamples() / expected)
                    .isCloseTo(1, within(0.1));
        }
    }

    @Test
    void chainsThatAgreeHaveAnRHatOfOne() {
        assertThat(new Convergence(autoregressions(0.5, 0)).rHat()).isCloseTo(1, within(0.002));
    }

    /** Means spread by the standard deviation of a chain make the total variance about twice the one within. */
    @Test
    void chainsThatDisagreeAreTold() {
        Convergence apart = new Convergence(autoregressions(0, 1));
        // Chain means 0, 1, 2, 3, each twice: a variance of 8 · 1.25 / 7 beside 1 within.
        assertThat(apart.rHat()).isCloseTo(Math.sqrt(1 + 8 * 1.25 / 7), within(0.02));
        assertThat(apart.effectiveSamples()).isLessThan(50);
    }

    @Test
    void aDriftWithinAChainIsTold() {
        double[][] drifting = autoregressions(0, 0);
        for (double[] chain : drifting) {
            Arrays.setAll(chain, i -> chain[i] + 2.0 * i / LENGTH);
        }
        assertThat(new Convergence(drifting).rHat()).isGreaterThan(1.1);
    }

    @Test
    void chainsThatStandStillAreWorthNothing() {
        Convergence still = new Convergence(new double[4][100]);
        assertThat(still.effectiveSamples()).isZero();
        assertThat(still.rHat()).isInfinite();
    }

    @Test
    void refusesChainsTooShortToSplit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Convergence(new double[4][3]))
                .withMessageContaining("not 3");
    }

    private static double[][] autoregressions(double phi, double apart) {
        double[][] chains = new double[4][LENGTH];
        for (int c = 0; c < 4; c++) {
            double[] noise = RandomStream.of(20 + c).gaussians(LENGTH);
            double scale = Math.sqrt(1 - phi * phi);
            double x = noise[0];
            for (int i = 0; i < LENGTH; i++) {
                x = i == 0 ? x : phi * x + scale * noise[i];
                chains[c][i] = x + c * apart;
            }
        }
        return chains;
    }
}
