package dev.assay.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class WelchTest {
    @Test
    void isTheClosedFormOfTwoDegreesOfFreedomForTwoPairsOfValues() {
        // Both have variance 2, so the difference of means has variance 2 and t = 3 / √2 with 2 degrees of freedom.
        double t = 3 / Math.sqrt(2);
        assertThat(Welch.pAbove(Moments.of(4, 6), Moments.of(1, 3), 0))
                .isCloseTo(0.5 - t / (2 * Math.sqrt(2 + t * t)), within(1e-12));
    }

    @Test
    void isStudentsTestAgainstAConstantSample() {
        Moments first = Moments.of(1.1, 1.4, 0.9, 1.2, 1.6);
        assertThat(Welch.pAbove(first, Moments.of(1, 1, 1), 0.05))
                .isCloseTo(StudentT.pAbove(first, 1.05), within(1e-12));
    }

    @Test
    void complementsItselfWhenTheSamplesChangePlaces() {
        Moments first = Moments.of(1, 2, 4, 8);
        Moments second = Moments.of(3, 5, 5.5);
        assertThat(Welch.pAbove(first, second, 0.3) + Welch.pAbove(second, first, -0.3))
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void doesNotDependOnTheUnit() {
        double p = Welch.pAbove(Moments.of(1, 2, 4, 8), Moments.of(3, 0.5, 2.5), 0.1);
        for (double unit : new double[] {1e-90, 1e90}) {
            assertThat(Welch.pAbove(
                            Moments.of(unit, 2 * unit, 4 * unit, 8 * unit),
                            Moments.of(3 * unit, 0.5 * unit, 2.5 * unit),
                            0.1 * unit))
                    .isCloseTo(p, within(1e-9));
        }
    }

    @Test
    void decidesOutrightBetweenConstants() {
        Moments two = Moments.of(2, 2);
        assertThat(Welch.pAbove(two, Moments.of(1, 1, 1), 0)).isZero();
        assertThat(Welch.pAbove(two, Moments.of(1, 1, 1), 1)).isEqualTo(0.5);
        assertThat(Welch.pAbove(two, Moments.of(3, 3, 3), 0)).isEqualTo(1);
    }

    @Test
    void saysNothingOfOneValue() {
        assertThat(Welch.pAbove(Moments.of(1), Moments.of(1, 2), 0)).isNaN();
        assertThat(Welch.pAbove(Moments.of(1, 2), Moments.of(), 0)).isNaN();
    }
}
