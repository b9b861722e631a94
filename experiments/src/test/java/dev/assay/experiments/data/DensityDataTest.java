package dev.assay.experiments.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class DensityDataTest {
    @Test
    void densitiesIntegrateToOne() {
        assertThat(integral(point -> Moons.logDensity(point, 0.1))).isCloseTo(1, within(1e-3));
        assertThat(integral(point -> Rings.logDensity(point, 0.1))).isCloseTo(1, within(1e-3));
    }

    private static double integral(ToDoubleFunction<double[]> logDensity) {
        double step = 0.02;
        double sum = 0;
        for (double x = -3.01; x < 3; x += step) {
            for (double y = -3.01; y < 3; y += step) {
                sum += Math.exp(logDensity.applyAsDouble(new double[] {x, y})) * step * step;
            }
        }
        return sum;
    }

    @Test
    void ringsLieWhereTheirDensitySays() {
        Table rings = Rings.draw(4000, 0.1, RandomStream.of(1));
        for (int ring = 0; ring < 2; ring++) {
            double[] radii = Arrays.stream(rings.ofClasses(List.of(ring == 0 ? "inner" : "outer"))
                            .x())
                    .mapToDouble(point -> Math.hypot(point[0], point[1]))
                    .toArray();
            assertThat(radii.length).isBetween(1870, 2130); // 4 standard errors of a fair coin
            assertThat(Arrays.stream(radii).average().orElseThrow()).isCloseTo(ring + 1, within(0.01));
        }
        assertThatThrownBy(() -> Rings.draw(10, 0, RandomStream.of(1))).hasMessageContaining("0.0");
    }

    @Test
    void concreteHasItsPublishedShapeAndFirstRow() {
        Table concrete = Concrete.all();
        assertThat(concrete.size()).isEqualTo(1030);
        assertThat(concrete.classes()).hasSize(427);
        assertThat(concrete.row(0)).containsExactly(540, 0, 0, 162, 2.5, 1040, 676, 28, 79.99);
    }

    @Test
    void noRecipeIsInTwoParts() {
        List<Table> parts = Concrete.all().partsOfClasses(RandomStream.of(1), 257, 70, 100);
        Set<Integer> train = recipes(parts.get(0));
        Set<Integer> test = recipes(parts.get(2));
        assertThat(train).hasSize(257).doesNotContainAnyElementsOf(test);
        assertThat(test).hasSize(100).doesNotContainAnyElementsOf(recipes(parts.get(1)));
        assertThat(parts.stream().mapToInt(Table::size).sum()).isEqualTo(1030);
        assertThatThrownBy(() -> Concrete.all().partsOfClasses(RandomStream.of(1), 400, 28))
                .hasMessageContaining("428");
    }

    private static Set<Integer> recipes(Table part) {
        return Arrays.stream(part.y()).boxed().collect(Collectors.toSet());
    }

    @Test
    void dequantisingSpreadsEvenlyOverWhatRoundsToANumber() {
        Dequantisation noise = Dequantisation.of(2, 0);
        RandomStream random = RandomStream.of(1);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 10_000; i++) {
            double[] spread = noise.apply(new double[] {7.3, 0.25}, random);
            assertThat(spread[0]).isBetween(7.0, 9.0);
            assertThat(spread[1]).isEqualTo(0.25);
            sum += spread[0] - 8;
            squares += (spread[0] - 8) * (spread[0] - 8);
        }
        assertThat(sum / 10_000).isCloseTo(0, within(0.024));
        assertThat(squares / 10_000).isCloseTo(1.0 / 3, within(0.012)); // 4 standard errors
        assertThatThrownBy(() -> Dequantisation.of(-1)).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> noise.apply(new double[3], random)).hasMessageContaining("3");
    }
}
