package dev.assay.experiments.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TargetsTest {
    static Stream<LogDensity> all() {
        return Stream.of(
                new CorrelatedGaussian(0.9),
                new Banana(),
                new TwoModes(),
                new EightSchools(),
                LogisticPosterior.cancer());
    }

    static Stream<LogDensity> inThePlane() {
        return all().filter(target -> target.dimensions() == 2);
    }

    @ParameterizedTest
    @MethodSource("all")
    void gradientsAgreeWithFiniteDifferences(LogDensity target) {
        RandomStream random = RandomStream.of(1);
        for (int point = 0; point < 20; point++) {
            double[] x = random.gaussians(target.dimensions());
            double[] gradient = target.gradient(x);
            for (int i = 0; i < x.length; i++) {
                double at = x[i];
                x[i] = at + 1e-5;
                double ahead = target.value(x);
                x[i] = at - 1e-5;
                double behind = target.value(x);
                x[i] = at;
                assertThat(gradient[i]).isCloseTo((ahead - behind) / 2e-5, within(1e-5 * (1 + Math.abs(gradient[i]))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("inThePlane")
    void closedFormMomentsAgreeWithSumsOverAGrid(LogDensity target) {
        Moments moments = target.moments();
        double total = 0;
        double[] first = new double[2];
        double[] second = new double[2];
        for (double a = -50; a <= 50; a += 0.1) {
            for (double b = -20; b <= 100; b += 0.1) {
                double weight = Math.exp(target.value(new double[] {a, b}));
                total += weight;
                first[0] += weight * a;
                first[1] += weight * b;
                second[0] += weight * a * a;
                second[1] += weight * b * b;
            }
        }
        for (int i = 0; i < 2; i++) {
            double mean = first[i] / total;
            assertThat(moments.mean()[i]).isCloseTo(mean, within(1e-3));
            assertThat(moments.sd()[i]).isCloseTo(Math.sqrt(second[i] / total - mean * mean), within(1e-3));
        }
    }

    /** The reference draws of posteriordb have a Monte-Carlo error of about .03 here. */
    @Test
    void theSchoolsHaveTheirPublishedPosterior() {
        Moments schools = new EightSchools().moments();
        assertThat(schools.mean()[0]).isCloseTo(4.41, within(0.1));
        assertThat(schools.sd()[0]).isCloseTo(3.31, within(0.1));
        assertThat(schools.mean()[1]).isCloseTo(3.60, within(0.1));
        assertThat(schools.sd()[1]).isCloseTo(3.20, within(0.1));
    }

    @Test
    void theLogarithmOfABillionOddsDoesNotOverflow() {
        assertThat(TwoModes.softplus(1000)).isEqualTo(1000);
        assertThat(TwoModes.softplus(-1000)).isZero();
        assertThat(TwoModes.softplus(0)).isCloseTo(Math.log(2), within(1e-15));
    }

    @Test
    void refusesACorrelationOfOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CorrelatedGaussian(1))
                .withMessageContaining("1.0");
    }
}
