package dev.assay.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ClopperPearsonTest {
    @Test
    void agreesWithScipy() {
        // SciPy 1.17.1: binomtest(8, 10).proportion_ci(method='exact'), and so on; beta.ppf for the half success.
        assertInterval(8, 10, 0.4439045377, 0.9747892737);
        assertInterval(5, 5, 0.4781762499, 1);
        assertInterval(0, 3, 0, 0.7075982262);
        assertInterval(2.5, 7, 0.0647282669, 0.7654987508);
    }

    private static void assertInterval(double successes, int n, double low, double high) {
        Interval interval = ClopperPearson.interval(successes / n, n, 0.95);
        assertThat(interval.low()).isCloseTo(low, within(1e-9));
        assertThat(interval.high()).isCloseTo(high, within(1e-9));
    }

    /** Counts every outcome of n pairs that win, tie or lose, for many probabilities of each. */
    @Test
    void coversAtLeastAsOftenAsItSaysWhateverTheProbabilityOfTies() {
        for (int n : new int[] {1, 2, 3, 5, 10}) {
            Interval[] intervals = new Interval[2 * n + 1];
            for (int halves = 0; halves <= 2 * n; halves++) {
                intervals[halves] = ClopperPearson.interval(halves / 2.0 / n, n, 0.95);
            }
            for (double tie = 0; tie < 0.95; tie += 0.1) {
                for (double win = 0; win <= 1 - tie; win += 0.02) {
                    assertThat(coverage(intervals, n, win, tie))
                            .as("n = %d, wins %.2f, ties %.2f", n, win, tie)
                            .isGreaterThanOrEqualTo(0.95);
                }
            }
        }
    }

    private static double coverage(Interval[] intervals, int n, double win, double tie) {
        double truth = win + tie / 2;
        double covered = 0;
        for (int wins = 0; wins <= n; wins++) {
            for (int ties = 0; ties <= n - wins; ties++) {
                Interval interval = intervals[2 * wins + ties];
                if (interval.low() <= truth + 1e-12 && truth <= interval.high() + 1e-12) {
                    covered += chance(n, wins, ties, win, tie);
                }
            }
        }
        return covered;
    }

    private static double chance(int n, int wins, int ties, double win, double tie) {
        double chance = Math.pow(win, wins) * Math.pow(tie, ties) * Math.pow(1 - win - tie, n - wins - ties);
        for (int i = 0; i < wins; i++) {
            chance *= (n - i) / (double) (wins - i);
        }
        for (int i = 0; i < ties; i++) {
            chance *= (n - wins - i) / (double) (ties - i);
        }
        return chance;
    }

    @Test
    void mirrorsWinsAndLosses() {
        Interval wins = ClopperPearson.interval(0.3, 10, 0.95);
        Interval losses = ClopperPearson.interval(0.7, 10, 0.95);
        assertThat(losses.low()).isCloseTo(1 - wins.high(), within(1e-12));
        assertThat(losses.high()).isCloseTo(1 - wins.low(), within(1e-12));
    }

    @Test
    void refusesWhatIsNoShare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClopperPearson.interval(1.5, 4, 0.95))
                .withMessageContaining("1.5");
        assertThatIllegalArgumentException().isThrownBy(() -> ClopperPearson.interval(Double.NaN, 4, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> ClopperPearson.interval(0.5, 0, 0.95));
    }
}
