package dev.assay.experiments.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PolyaGammaTest {
    private static final int DRAWS = 200_000;

    /** Mean and variance as in Polson, Scott and Windle 2013, by differentiating the Laplace transform. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, -1, 3, 4, 12, 60})
    void drawsHaveTheClosedFormMoments(double tilt) {
        RandomStream random = RandomStream.of(7);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double draw = PolyaGamma.draw(tilt, random);
            sum += draw;
            squares += draw * draw;
        }
        double z = Math.abs(tilt);
        double mean = Math.tanh(z / 2) / (2 * z);
        // (sinh z − z) / (4 z³ cosh²(z/2)), written without overflow
        double cosh = Math.cosh(z / 2);
        double variance = (Math.sinh(z) / (cosh * cosh) - z / (cosh * cosh)) / (4 * z * z * z);
        assertThat(sum / DRAWS).isCloseTo(mean, within(4 * Math.sqrt(variance / DRAWS)));
        double found = squares / DRAWS - (sum / DRAWS) * (sum / DRAWS);
        assertThat(found / variance).isCloseTo(1, within(0.05));
    }

    /** E exp(−tω) = cosh(z/2) / cosh(√(z²/4 + t/2)): more of the distribution than two moments show. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 2, 6})
    void drawsHaveTheClosedFormLaplaceTransform(double tilt) {
        RandomStream random = RandomStream.of(8);
        double t = 5;
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            sum += Math.exp(-t * PolyaGamma.draw(tilt, random));
        }
        double expected = Math.cosh(tilt / 2) / Math.cosh(Math.sqrt(tilt * tilt / 4 + t / 2));
        assertThat(sum / DRAWS).isCloseTo(expected, within(4 * 0.3 / Math.sqrt(DRAWS)));
    }
}
