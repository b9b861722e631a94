package dev.assay.experiments.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class GaussianModesTest {
    @Test
    void trueSamplesLieNearTheirModesAsOftenAsTheClosedFormSays() {
        for (GaussianModes modes : new GaussianModes[] {GaussianModes.ring8(), GaussianModes.grid25()}) {
            int[] near = modes.near(modes.draw(20_000, RandomStream.of(1)));
            assertThat(near).hasSize(modes.count());
            double share = Arrays.stream(near).sum() / 20_000.0;
            assertThat(share).isCloseTo(1 - Math.exp(-4.5), within(0.003)); // 4 standard errors
            double each = 20_000.0 / modes.count();
            assertThat(Arrays.stream(near)).allMatch(count -> Math.abs(count - each) < 5 * Math.sqrt(each));
        }
    }

    @Test
    void pointsBetweenModesCountForNone() {
        assertThat(GaussianModes.grid25().near(new double[][] {{0.5, 0.5}, {0.16, 0}, {9, 9}}))
                .containsOnly(0);
        assertThat(Arrays.stream(GaussianModes.grid25().near(new double[][] {{0.14, 0}}))
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void aBlobOverTheGridCoversNoMode() {
        RandomStream random = RandomStream.of(1);
        double[][] blob = new double[2500][];
        for (int i = 0; i < blob.length; i++) {
            blob[i] = new double[] {5 * random.nextDouble() - 2.5, 5 * random.nextDouble() - 2.5};
        }
        assertThat(Arrays.stream(GaussianModes.grid25().near(blob))).allMatch(count -> count < 20);
    }
}
