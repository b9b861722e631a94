package dev.assay.experiments.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            assertThat(SplitChains.of(autoregressions(phi, 0)).effectiveSamples() / expected)
                    .isCloseTo(1, within(0.1));
            assertThat(new Convergence(autoregressions(phi, 0)).effectiveSamples() / expected)
                    .isCloseTo(1, within(0.1));
        }
    }

    /** ArviZ 0.23.4 on the same numbers: {@code _rhat_rank} and {@code _ess_bulk}, {@code _rhat_split} and {@code _ess_mean}. */
    @ParameterizedTest
    @CsvSource({
        "0,    0,   0, 1.0027536335419767,  415.271990364145, 0.9937574644523696,  413.08523370655433",
        "0.6,  0.1, 0, 1.0059805848409358, 136.09362629309496, 1.0052704697069672,  145.24669854014087",
        "-0.5, 0,   2, 0.9926137139724988, 1040.823996531185, 0.9944211255680483, 1040.823996531185",
        "0.7,  0.3, 1, 1.0346269582508218, 77.50229627704321, 1.026517083407619, 83.84191035424583"
    })
    void agreesWithArviz(
            double phi, double apart, int tail, double rHat, double bulk, double splitRHat, double meanSamples) {
        double[][] chains = new double[4][101];
        for (int c = 0; c < 4; c++) {
            double x = 0;
            for (int i = 0; i < 101; i++) {
                x = phi * x + Math.sin(1000.5 * (i + 1) * (c + 1) + (i + 1) * (i + 1));
                chains[c][i] = apart * c + x * Math.pow(Math.abs(x), tail);
            }
        }
        assertThat(new Convergence(chains).rHat()).isCloseTo(rHat, within(1e-9));
        assertThat(new Convergence(chains).effectiveSamples()).isCloseTo(bulk, within(1e-6));
        assertThat(SplitChains.of(chains).rHat()).isCloseTo(splitRHat, within(1e-9));
        assertThat(SplitChains.of(chains).effectiveSamples()).isCloseTo(meanSamples, within(1e-6));
    }

    @Test
    void chainsThatAgreeHaveAnRHatOfOne() {
        assertThat(new Convergence(autoregressions(0.5, 0)).rHat()).isCloseTo(1, within(0.002));
    }

    /** Means spread by the standard deviation of a chain make the total variance about twice the one within. */
    @Test
    void chainsThatDisagreeAreTold() {
        SplitChains apart = SplitChains.of(autoregressions(0, 1));
        // Chain means 0, 1, 2, 3, each twice: a variance of 8 · 1.25 / 7 beside 1 within.
        assertThat(apart.rHat()).isCloseTo(Math.sqrt(1 + 8 * 1.25 / 7), within(0.02));
        assertThat(apart.effectiveSamples()).isLessThan(50);
    }

    /** Equal means hide it from R̂ of the values, which distances from the median do not let pass. */
    @Test
    void chainsOfDifferentSpreadAreTold() {
        double[][] chains = autoregressions(0, 0);
        Arrays.setAll(chains[0], i -> 3 * chains[0][i]);
        assertThat(SplitChains.of(chains).rHat()).isLessThan(1.01);
        assertThat(new Convergence(chains).rHat()).isGreaterThan(1.1);
    }

    /** Cauchy draws have no mean; their ranks are as good as any. */
    @Test
    void heavyTailsDoNotHideTheBulk() {
        double[][] chains = autoregressions(0.5, 0);
        double expected = new Convergence(chains).effectiveSamples();
        for (double[] chain : chains) {
            Arrays.setAll(chain, i -> Math.pow(chain[i], 9)); // monotone
        }
        assertThat(new Convergence(chains).effectiveSamples()).isCloseTo(expected, within(1e-9 * expected));
    }

    @Test
    void scoresAreNormalQuantilesOfRanksAndTiesShareTheirs() {
        double[][] scores = Convergence.normalScores(new double[][] {{5, 1}, {1, 9}});
        // Φ⁻¹((r − 3/8) / (4 + 1/4)) at ranks 3, 1.5, 1.5 and 4, by SciPy
        assertThat(scores[0]).containsExactly(new double[] {0.29931, -0.62890}, within(1e-4));
        assertThat(scores[1]).containsExactly(new double[] {-0.62890, 1.04913}, within(1e-4));
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
