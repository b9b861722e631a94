package dev.assay.experiments.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SlicedWassersteinTest {
    @Test
    void inOneDimensionItIsTheClosedFormOfAShiftAndAScale() {
        double[] one = RandomStream.of(1).gaussians(20_000);
        double[] other = RandomStream.of(2).gaussians(20_000);
        double[] shifted =
                IntStream.range(0, one.length).mapToDouble(i -> other[i] + 3).toArray();
        double[] scaled =
                IntStream.range(0, one.length).mapToDouble(i -> 2 * other[i]).toArray();
        assertThat(SlicedWasserstein.distance(one.clone(), shifted)).isCloseTo(3, within(0.03));
        // E|Φ⁻¹| (2 − 1) = √(2/π) between N(0, 1) and N(0, 4).
        assertThat(SlicedWasserstein.distance(one, scaled)).isCloseTo(Math.sqrt(2 / Math.PI), within(0.03));
    }

    @Test
    void aShiftByAVectorCountsByTheMeanOfItsShadows() {
        double[][] points = IntStream.range(0, 50)
                .mapToObj(i -> RandomStream.of(i).gaussians(2))
                .toArray(double[][]::new);
        double[][] moved = new double[points.length][];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = new double[] {points[i][0] + 1, points[i][1]};
        }
        assertThat(SlicedWasserstein.distance(points, points)).isZero();
        assertThat(SlicedWasserstein.distance(points, moved)).isCloseTo(2 / Math.PI, within(1e-3)); // mean |cos|
    }

    @Test
    void refusesSetsOfTwoSizes() {
        assertThatThrownBy(() -> SlicedWasserstein.distance(new double[2], new double[3]))
                .hasMessageContaining("2")
                .hasMessageContaining("3");
    }
}
