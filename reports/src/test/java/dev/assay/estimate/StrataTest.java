package dev.assay.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StrataTest {
    @Test
    void agreesWithScipysTrimmedMean() {
        // SciPy 1.17.1: trim_mean(…, .25) of these 20 values, of which it cuts five at each end.
        double[] one = {0.145, 0.362, 0.781, 0.119, 0.127, 0.501, -0.066, 0.112, 0.465, 0.374};
        double[] two = {0.227, 0.401, -0.648, 0.506, -0.088, -0.301, 0.283, 0.41, 0.067, -0.123};
        assertThat(Strata.of(List.of(one, two), 0).interquartileMean()).isCloseTo(0.22169999999999995, within(1e-12));
    }

    @Test
    void cutsAValueAtTheEdgeInPart() {
        // Of 1, 2, 3 a quarter is three quarters of the first: (¼·1 + 1·2 + ¼·3) / 1.5.
        assertThat(Strata.of(List.of(new double[] {3, 1, 2}), 0).interquartileMean())
                .isCloseTo(2, within(1e-12));
        assertThat(Strata.of(List.of(new double[] {9, 1, 2}), 0).interquartileMean())
                .isCloseTo((0.25 + 2 + 0.25 * 9) / 1.5, within(1e-12));
        assertThat(Strata.of(List.of(new double[] {5}), 0).interquartileMean()).isEqualTo(5);
    }

    @Test
    void countsAStratumOnceHoweverManyValuesItHas() {
        double[] many = new double[40];
        Arrays.fill(many, 1);
        Strata strata = Strata.of(List.of(many, new double[] {0, 0}), 100);
        assertThat(strata.above(0.5)).isCloseTo(0.5, within(1e-12));
        assertThat(strata.interquartileMean()).isCloseTo(0.5, within(1e-12));
        assertThat(strata.aboveInterval(0.5).low()).isCloseTo(0.5, within(1e-12)); // constant strata stay as they are
    }

    @Test
    void dependsNotOnTheOrderWithinAStratum() {
        double[] values = RandomStream.of(3).gaussians(12);
        double[] reversed = new double[12];
        for (int i = 0; i < 12; i++) {
            reversed[i] = values[11 - i];
        }
        Strata one = Strata.of(List.of(values), 200);
        Strata two = Strata.of(List.of(reversed), 200);
        assertThat(two.interquartileMeanInterval()).isEqualTo(one.interquartileMeanInterval());
        assertThat(two.aboveInterval(0)).isEqualTo(one.aboveInterval(0));
    }

    @Test
    void coversTheMiddleHalfOfManyExperimentsAboutAsOftenAsItSays() {
        RandomStream random = RandomStream.of(2021);
        double[] centres = random.gaussians(12);
        double truth = truth(centres);
        int runs = 500;
        int covered = 0;
        for (int run = 0; run < runs; run++) {
            List<double[]> strata = new ArrayList<>();
            for (double centre : centres) {
                strata.add(Arrays.stream(random.gaussians(10))
                        .map(noise -> centre + 0.5 * noise)
                        .toArray());
            }
            Interval interval = Strata.of(strata, 200).interquartileMeanInterval();
            covered += interval.isAbove(truth) || interval.isBelow(truth) ? 0 : 1;
        }
        // A percentile bootstrap of 10 seeds a stratum forgets a tenth of each variance: 93 ± 1 % here, and said so.
        assertThat((double) covered / runs).isBetween(0.89, 0.97);
    }

    /** The mean of the middle half of the mixture, by its very many quantiles. */
    private static double truth(double[] centres) {
        RandomStream random = RandomStream.of(1);
        List<double[]> strata = new ArrayList<>();
        for (double centre : centres) {
            strata.add(Arrays.stream(random.gaussians(20_000))
                    .map(noise -> centre + 0.5 * noise)
                    .toArray());
        }
        return Strata.of(strata, 0).interquartileMean();
    }

    @Test
    void refusesWhatCountsForNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Strata.of(List.of(new double[0]), 1))
                .withMessageContaining("stratum 0 of 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Strata.of(List.of(new double[] {Double.NaN}), 1))
                .withMessageContaining("NaN");
    }
}
