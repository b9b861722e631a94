package dev.assay.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SignFlipTest {
    /** Darwin's maize: crossed minus self-fertilised height of fifteen pairs, in eighths of an inch. */
    private static final double[] DARWIN = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};

    @Test
    void agreesWithFishersCountOnDarwinsMaize() {
        // Fisher, "The design of experiments", section 21: 863 of 2^15 patterns reach the sum on each side.
        assertThat(SignFlip.twoSided(DARWIN)).isEqualTo(2 * 863 / 32768.0);
    }

    @Test
    void agreesWithCountingEveryPattern() {
        RandomStream random = RandomStream.of(21);
        for (int n = 1; n <= 13; n++) {
            double[] differences = new double[n];
            for (int i = 0; i < n; i++) {
                differences[i] = n % 2 == 0 ? random.nextGaussian() + 0.5 : random.nextInt(-2, 4); // odd n have ties
            }
            assertThat(SignFlip.twoSided(differences))
                    .as(Arrays.toString(differences))
                    .isEqualTo(counted(differences));
        }
    }

    private static double counted(double[] differences) {
        double observed = Math.abs(Arrays.stream(differences).sum());
        int atLeast = 0;
        for (int pattern = 0; pattern < 1 << differences.length; pattern++) {
            double sum = 0;
            for (int i = 0; i < differences.length; i++) {
                sum += (pattern >> i & 1) == 0 ? differences[i] : -differences[i];
            }
            atLeast += Math.abs(sum) >= observed - 1e-9 ? 1 : 0;
        }
        return (double) atLeast / (1 << differences.length);
    }

    @Test
    void cannotGoBelowTwoOfAllPatterns() {
        double[] constant = new double[10];
        Arrays.fill(constant, 0.1);
        assertThat(SignFlip.twoSided(constant)).isEqualTo(2 / 1024.0).isEqualTo(SignFlip.smallestP(10));
        assertThat(SignFlip.twoSided(5)).isEqualTo(1);
        assertThat(SignFlip.twoSided(5, 5)).isEqualTo(0.5);
        assertThat(SignFlip.twoSided()).isEqualTo(1);
        assertThat(SignFlip.twoSided(0, 0, 0)).isEqualTo(1);
    }

    @Test
    void dependsNeitherOnOrderNorOnTheSideNamedFirst() {
        for (int n : new int[] {9, 30, 35}) {
            double[] differences = RandomStream.of(n).gaussians(n);
            double[] reversed = new double[n];
            for (int i = 0; i < n; i++) {
                reversed[i] = -differences[n - 1 - i];
            }
            assertThat(SignFlip.twoSided(reversed)).isEqualTo(SignFlip.twoSided(differences));
        }
    }

    @Test
    void countsTwentyFourPairsAsAnIndependentProgramDoes() {
        // Every sum of the 2^24 patterns, by NumPy 2.4.6.
        assertThat(SignFlip.twoSided(
                        2.49, -2.11, 0.87, -0.12, 0, 0.23, -1.57, 0.22, -0.42, 3.77, 0.68, 0.1, 0.17, -0.22, -0.61,
                        0.06, 0.93, 0.21, 1.41, 0.25, 0.47, 2.0, 1.0, -0.06))
                .isCloseTo(0.11397862434387207, within(1e-15));
    }

    @Test
    void takesDifferencesOfAnySize() {
        double[] plain = {3, -1, 2, 5, 0.5, -2.5, 4, 1};
        for (double unit : new double[] {Double.MIN_VALUE, 1e-300, 1e300, 0x1p1020}) {
            double[] scaled = Arrays.stream(plain)
                    .map(difference -> 2 * difference * unit)
                    .toArray();
            assertThat(SignFlip.twoSided(scaled)).as("in units of %s", unit).isEqualTo(SignFlip.twoSided(plain));
        }
    }

    @Test
    void drawsAboveThirtyPairsWhatCountingWouldGive() {
        double[] thirty = RandomStream.of(20).gaussians(30);
        for (int i = 0; i < 30; i++) {
            thirty[i] += 0.4;
        }
        double[] padded = Arrays.copyOf(thirty, 31); // a difference of 0 changes no sum, and makes it draw
        double exact = SignFlip.twoSided(thirty);
        assertThat(exact).isBetween(0.001, 0.5);
        assertThat(SignFlip.twoSided(padded))
                .isCloseTo(exact, within(4 * Math.sqrt(exact / SignFlip.DRAWS)))
                .isEqualTo(SignFlip.twoSided(padded));
    }

    @Test
    void rejectsNoMoreOftenThanItsLevelWhereNothingIsThere() {
        RandomStream random = RandomStream.of(5);
        int rejected = 0;
        int runs = 5_000;
        for (int run = 0; run < runs; run++) {
            rejected += SignFlip.twoSided(random.gaussians(8)) <= 0.05 ? 1 : 0;
        }
        assertThat((double) rejected / runs).isCloseTo(12 / 256.0, within(4 * Math.sqrt(0.05 * 0.95 / runs)));
    }

    @Test
    void refusesWhatIsNotFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignFlip.twoSided(1, Double.POSITIVE_INFINITY))
                .withMessageContaining("Infinity");
    }
}
