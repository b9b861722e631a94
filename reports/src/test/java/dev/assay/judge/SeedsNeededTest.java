package dev.assay.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import dev.assay.estimate.Interval;
import dev.assay.estimate.Moments;
import dev.assay.estimate.SignFlip;
import dev.assay.estimate.StudentT;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class SeedsNeededTest {
    private static final int RUNS = 600;

    /** The share of runs of n normal differences of this mean and sd 1 that the verdict's two conditions both find. */
    private static double power(double effect, int n, double level) {
        RandomStream random = RandomStream.of(31L * n);
        int decided = 0;
        for (int run = 0; run < RUNS; run++) {
            double[] differences = random.gaussians(n);
            for (int i = 0; i < n; i++) {
                differences[i] += effect;
            }
            Interval interval = StudentT.interval(Moments.of(differences), 0.95);
            decided += SignFlip.twoSided(differences) <= level && interval.isAbove(0) ? 1 : 0;
        }
        return (double) decided / RUNS;
    }

    @Test
    void namesTheNumberThatDecidesFourTimesInFive() {
        for (double level : new double[] {0.05, 0.05 / 3, 0.05 / 12}) {
            for (double effect : new double[] {1, 1.5, 2, 3}) {
                int n = new SeedsNeeded(1, level, 0, 0).toDiffer(effect).orElseThrow();
                String what = "effect " + effect + " at " + level + ": " + n + " seeds";
                // Three standard errors here and those of the simulation that chose n.
                assertThat(power(effect, n, level)).as(what).isGreaterThan(0.8 - 0.07);
                assertThat(power(effect, n - 1, level)).as(what + ", less one").isLessThan(0.8 + 0.07);
            }
        }
    }

    @Test
    void asksForMoreThanTheFloorWhereSeedsWillDisagree() {
        // Twelve tests: 2/2^n reaches .05/12 at 9 seeds, where 9 normal differences of mean 1 agree in sign 21 % of the
        // time.
        assertThat(SignFlip.smallestP(9)).isLessThan(0.05 / 12);
        assertThat(new SeedsNeeded(1, 0.05 / 12, 0, 0).toDiffer(1).orElseThrow())
                .isBetween(15, 20);
        assertThat(new SeedsNeeded(0, 0.05 / 12, 0, 0).toDiffer(1)).hasValue(9);
    }

    @Test
    void namesTheNumberThatFindsAnEquivalence() {
        for (double mean : new double[] {0, 0.5}) {
            int n = new SeedsNeeded(1, 0.05, 0, 0).toMatch(mean, 1).orElseThrow();
            RandomStream random = RandomStream.of(n);
            int decided = 0;
            for (int run = 0; run < RUNS; run++) {
                double[] differences = random.gaussians(n);
                for (int i = 0; i < n; i++) {
                    differences[i] += mean;
                }
                Interval interval = StudentT.interval(Moments.of(differences), 0.9);
                decided += interval.isAbove(-1) && interval.isBelow(1) ? 1 : 0;
            }
            assertThat((double) decided / RUNS)
                    .as("mean %.1f, %d seeds", mean, n)
                    .isCloseTo(0.8, within(0.07));
        }
    }

    @Test
    void cannotPromiseWhatSplitsOfOneTableNeverShow() {
        // At an overlap of ½ the standard error stays above .7 sd, so an effect of one sd is never 2.8 of them.
        assertThat(new SeedsNeeded(1, 0.05, 0.5, 10).toDiffer(1)).isEqualTo(OptionalInt.empty());
        assertThat(new SeedsNeeded(1, 0.05, 0.5, 10).toDiffer(4).orElseThrow()).isEqualTo(11);
    }

    @Test
    void countsFromWhatThereIs() {
        assertThat(new SeedsNeeded(1, 0.05, 0, 40).toDiffer(1)).hasValue(41);
        assertThat(new SeedsNeeded(1, 0.05, 0, 0).toDiffer(0)).isEmpty();
        assertThat(new SeedsNeeded(1, 0.05, 0, 0).toDiffer(0.01)).isEmpty();
        assertThat(new SeedsNeeded(Double.NaN, 0.05, 0, 0).toDiffer(1)).isEmpty();
    }
}
