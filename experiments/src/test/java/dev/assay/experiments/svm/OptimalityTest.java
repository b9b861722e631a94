package dev.assay.experiments.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * On the points +2 and −2 of the line, the optimum is known: f(x) = x/2, α = 1/8 each, b = 0. Every way of leaving it breaks
 * one condition by a known amount.
 */
final class OptimalityTest {
    private static TwoClassMachine machine(double c, double alpha, double other, double bias) {
        return new TwoClassMachine(
                new Setting(new Kernel.Linear(), c),
                0,
                1,
                new double[][] {{2}, {-2}},
                new int[] {1, -1},
                new double[] {alpha, other},
                bias);
    }

    private static double violation(double c, double alpha, double other, double bias) {
        return Optimality.violation(machine(c, alpha, other, bias));
    }

    @Test
    void theOptimumViolatesNothingAndHasNoGap() {
        assertThat(violation(1, 0.125, 0.125, 0)).isZero();
        assertThat(Optimality.relativeGap(machine(1, 0.125, 0.125, 0))).isZero();
        assertThat(machine(1, 0.125, 0.125, 0).squaredNorm()).isEqualTo(0.25);
    }

    @Test
    void atTheUpperBoundAPointMayStandInTheStreet() {
        assertThat(violation(0.1, 0.1, 0.1, 0)).isZero(); // margin .8
        assertThat(violation(0.2, 0.1, 0.1, 0)).isCloseTo(0.2, within(1e-12));
        assertThat(Optimality.relativeGap(machine(0.1, 0.1, 0.1, 0))).isCloseTo(0, within(1e-12));
    }

    @Test
    void withoutForceAPointMustStandOutside() {
        assertThat(violation(1, 0, 0, 0)).isEqualTo(1); // margin 0
        assertThat(violation(1, 0, 0, -0.25)).isEqualTo(1.25);
    }

    @Test
    void aPointBeyondTheMarginMustExertNoForce() {
        assertThat(violation(0.25, 0.25, 0.25, 0)).isEqualTo(1); // margin 2 at full price
    }

    @Test
    void anAlphaOutsideItsBoxIsFound() {
        assertThat(violation(0.1, 0.125, 0.125, 0)).isCloseTo(0.025, within(1e-12));
        assertThat(violation(1, 0.5, -0.25, 0.5)).isGreaterThanOrEqualTo(0.25);
    }

    @Test
    void anImbalanceIsFound() {
        // α = (.1, .15): w = ½ as before and every margin is right, but Σαy = −.05.
        assertThat(violation(1, 0.1, 0.15, 0)).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void aShiftedBoundaryIsFound() {
        assertThat(violation(1, 0.125, 0.125, 0.01)).isCloseTo(0.01, within(1e-12));
        assertThat(Optimality.relativeGap(machine(1, 0.125, 0.125, 0.01))).isPositive();
    }
}
