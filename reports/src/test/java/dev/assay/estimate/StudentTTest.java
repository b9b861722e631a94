package dev.assay.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import org.junit.jupiter.api.Test;

final class StudentTTest {
    /** Student's own ten patients: hours of sleep gained with the second drug over the first (Biometrika 6, 1908). */
    private static final double[] SLEEP = {1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4};

    @Test
    void agreesWithStudentsSleepData() {
        Moments moments = Moments.of(SLEEP);
        Interval interval = StudentT.interval(moments, 0.95);
        // As every textbook prints them: mean 1.58, t = 4.0621 at 9 degrees, p = .002833, interval 0.7001 to 2.4599.
        assertThat(moments.mean()).isCloseTo(1.58, within(1e-12));
        assertThat(moments.mean() / (moments.sd() / Math.sqrt(10))).isCloseTo(4.0621, within(5e-5));
        assertThat(interval.low()).isCloseTo(0.7001142, within(1e-6));
        assertThat(interval.high()).isCloseTo(2.4598858, within(1e-6));
        assertThat(2 * StudentT.pAbove(moments, 0)).isCloseTo(0.00283289, within(1e-7));
    }

    @Test
    void hasTheQuantilesOfTheTables() {
        assertThat(StudentT.quantile(1, 0.975)).isCloseTo(12.706, within(5e-4));
        assertThat(StudentT.quantile(4, 0.975)).isCloseTo(2.776, within(5e-4));
        assertThat(StudentT.quantile(9, 0.95)).isCloseTo(1.833, within(5e-4));
        assertThat(StudentT.quantile(29, 0.975)).isCloseTo(2.045, within(5e-4));
    }

    @Test
    void coversTheMeanAsOftenAsItSays() {
        RandomStream random = RandomStream.of(1908);
        for (int n : new int[] {2, 5, 10}) {
            int covered = 0;
            int runs = 20_000;
            for (int run = 0; run < runs; run++) {
                Interval interval = StudentT.interval(Moments.of(random.gaussians(n)), 0.95);
                covered += interval.isAbove(0) || interval.isBelow(0) ? 0 : 1;
            }
            // Four standard errors of a share of 95 %.
            assertThat((double) covered / runs)
                    .as("n = %d", n)
                    .isCloseTo(0.95, within(4 * Math.sqrt(0.95 * 0.05 / runs)));
        }
    }

    @Test
    void saysNothingBelowTwoValues() {
        assertThat(StudentT.interval(Moments.of(), 0.95).isDefined()).isFalse();
        assertThat(StudentT.interval(Moments.of(3), 0.95).isDefined()).isFalse();
        assertThat(StudentT.pAbove(Moments.of(3), 0)).isNaN();
        assertThat(StudentT.interval(Moments.of(1, 3), 0.95)).isEqualTo(StudentT.interval(Moments.of(3, 1), 0.95));
    }

    @Test
    void givesConstantValuesAnIntervalOfNoWidth() {
        Moments moments = Moments.of(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
        assertThat(moments.sd()).isZero();
        assertThat(StudentT.interval(moments, 0.95)).isEqualTo(new Interval(0.1, 0.1));
        assertThat(StudentT.pAbove(moments, 0)).isZero();
        assertThat(StudentT.pAbove(moments, 0.1)).isEqualTo(0.5);
        assertThat(StudentT.pAbove(moments, 0.2)).isEqualTo(1);
    }

    @Test
    void refusesValuesThatAreNotFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moments.of(1, Double.NaN))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudentT.interval(Moments.of(1, 2), 1))
                .withMessageContaining("1.0");
    }
}
