package dev.assay.experiments.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MoonsTest {
    @Test
    void withoutNoiseEveryPointLiesOnItsHalfCircle() {
        Table moons = Moons.draw(101, 0, RandomStream.of(1));
        int[] y = moons.y();
        for (int i = 0; i < moons.size(); i++) {
            double[] p = moons.row(i);
            double centreX = y[i] == 0 ? 0 : 1;
            double centreY = y[i] == 0 ? 0 : 0.5;
            assertThat(Math.hypot(p[0] - centreX, p[1] - centreY)).isCloseTo(1, within(1e-12));
            assertThat(y[i] == 0 ? p[1] : 0.5 - p[1]).isGreaterThanOrEqualTo(-1e-12);
        }
        assertThat(Arrays.stream(y).filter(label -> label == 0)).hasSize(50);
    }

    @Test
    void theEndsOfTheArcsAreIncluded() {
        double[][] points = Moons.draw(8, 0, RandomStream.of(1)).x();
        assertThat(Arrays.stream(points)).anyMatch(p -> p[0] == 1 && p[1] == 0);
        assertThat(Arrays.stream(points)).anyMatch(p -> p[0] == -1 && Math.abs(p[1]) < 1e-12);
        assertThat(Arrays.stream(points)).anyMatch(p -> p[0] == 0 && p[1] == 0.5);
        assertThat(Arrays.stream(points)).anyMatch(p -> p[0] == 2 && Math.abs(p[1] - 0.5) < 1e-12);
    }

    @Test
    void noiseHasTheStandardDeviationAskedFor() {
        Table moons = Moons.draw(4_000, 0.2, RandomStream.of(1));
        double sum = 0;
        for (double[] p : moons.ofClasses(List.of("outer")).x()) {
            sum += p[0] * p[0];
        }
        // E[(cos t + e)²] = ½ + σ²; the standard error over 2,000 points is .0065.
        assertThat(sum / 2_000).isCloseTo(0.5 + 0.04, within(0.026));
    }

    @Test
    void comesInRandomOrderOfItsStream() {
        assertThat(Moons.draw(50, 0.1, RandomStream.of(1)).x())
                .isDeepEqualTo(Moons.draw(50, 0.1, RandomStream.of(1)).x());
        assertThat(Moons.draw(50, 0.1, RandomStream.of(1)).y())
                .isNotEqualTo(Moons.draw(50, 0.1, RandomStream.of(2)).y());
    }

    @Test
    void refusesNegativeNoise() {
        RandomStream random = RandomStream.of(1);
        assertThatThrownBy(() -> Moons.draw(10, -1, random)).hasMessageContaining("-1.0");
    }
}
