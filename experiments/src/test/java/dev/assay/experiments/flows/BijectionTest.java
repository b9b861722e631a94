package dev.assay.experiments.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BijectionTest {
    /** One of each kind in d dimensions, with weights that bend space strongly. */
    private static Map<String, Bijection> bijections(int d) {
        RandomStream random = RandomStream.of(d);
        double[][] rows =
                IntStream.range(0, 50).mapToObj(i -> random.gaussians(d)).toArray(double[][]::new);
        boolean[] changes = new boolean[d];
        changes[0] = true;
        int[] order = random.permutation(d);
        Bijection planar = Planar.constrained(random.gaussians(d), random.gaussians(d), 0.3);
        Bijection affine = affine(Masks.autoregressive(order, 12), random);
        return Map.of(
                "planar",
                planar,
                "planar near folding",
                Planar.constrained(fill(d, 1), fill(d, -3), -0.2),
                "radial outwards",
                new Radial(random.gaussians(d), 0.7, 2),
                "radial inwards",
                new Radial(random.gaussians(d), 0.7, -0.65),
                "autoregressive",
                affine,
                "coupling",
                affine(Masks.coupling(changes, 12), random),
                "normal",
                Whitening.normal(rows),
                "chain",
                Chain.of(Whitening.standardising(rows), planar, affine));
    }

    /** Those of two dimensions whose densities a grid can resolve. */
    private static Map<String, Bijection> gentle() {
        Map<String, Bijection> gentle = new HashMap<>(bijections(2));
        gentle.keySet().removeAll(Set.of("autoregressive", "coupling", "chain"));
        return gentle;
    }

    private static MaskedAffine affine(Masks masks, RandomStream random) {
        int d = masks.dimensions();
        return new MaskedAffine(
                masks,
                IntStream.range(0, 12).mapToObj(i -> random.gaussians(d)).toArray(double[][]::new),
                random.gaussians(12),
                IntStream.range(0, 2 * d).mapToObj(i -> random.gaussians(12)).toArray(double[][]::new));
    }

    private static double[] fill(int d, double value) {
        return IntStream.range(0, d).mapToDouble(i -> value).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void logDeterminantsAgreeWithNumericalJacobians(int d) {
        RandomStream random = RandomStream.of(7);
        bijections(d).forEach((name, bijection) -> {
            for (int i = 0; i < 10; i++) {
                double[] x = random.gaussians(d);
                assertThat(bijection.forward(x).logDet())
                        .as(name)
                        .isCloseTo(NumericalJacobian.logDet(bijection, x), within(1e-6));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void inversesLeadBack(int d) {
        RandomStream random = RandomStream.of(8);
        bijections(d).forEach((name, bijection) -> {
            for (int i = 0; i < 10; i++) {
                double[] x = random.gaussians(d);
                assertThat(bijection.inverse(bijection.forward(x).point()))
                        .as(name)
                        .containsExactly(x, within(1e-8));
            }
        });
    }

    @Test
    void densitiesOfFlowsIntegrateToOne() {
        double step = 0.05;
        gentle().forEach((name, bijection) -> {
            FlowDensity density = new FlowDensity(bijection, 2);
            double sum = 0;
            for (double x = -25; x < 25; x += step) {
                for (double y = -25; y < 25; y += step) {
                    sum += Math.exp(density.log(new double[] {x, y})) * step * step;
                }
            }
            assertThat(sum).as(name).isCloseTo(1, within(0.01));
        });
    }

    @Test
    void aMaskedLayerIntegratesToOne() {
        RandomStream random = RandomStream.of(3);
        Masks masks = Masks.autoregressive(new int[] {1, 0}, 3);
        double[][] out = {{0.3, 0.2, -0.2}, {0.1, 0.5, -0.4}, {0.5, -0.6, 0.7}, {0.4, 0.2, 0.3}};
        FlowDensity density = new FlowDensity(
                new MaskedAffine(
                        masks,
                        new double[][] {random.gaussians(2), random.gaussians(2), random.gaussians(2)},
                        random.gaussians(3),
                        out),
                2);
        double sum = 0;
        for (double x = -10; x < 10; x += 0.05) {
            for (double y = -10; y < 10; y += 0.05) {
                sum += Math.exp(density.log(new double[] {x, y})) * 0.05 * 0.05;
            }
        }
        assertThat(sum).isCloseTo(1, within(1e-6));
    }

    @Test
    void aNormalFlowHasTheMomentsOfItsRows() {
        double[][] rows = {{0, 0}, {2, 0}, {0, 4}, {2, 8}};
        Whitening normal = Whitening.normal(rows);
        assertThat(normal.forward(new double[] {1, 3}).point()).containsExactly(new double[] {0, 0}, within(1e-12));
        // The covariance is (1, 1; 1, 11), of determinant 10.
        assertThat(normal.forward(rows[0]).logDet()).isCloseTo(-Math.log(10) / 2, within(1e-12));
        assertThat(new FlowDensity(normal, 2).nll(rows))
                .isCloseTo(Math.log(2 * Math.PI) + Math.log(10) / 2 + 1, within(1e-12));
    }

    @Test
    void samplesOfANormalFlowHaveItsMoments() {
        double[][] rows = {{0, 0}, {2, 0}, {0, 4}, {2, 8}};
        double[][] draws = new FlowDensity(Whitening.normal(rows), 2).sample(20_000, RandomStream.of(1));
        double product = 0;
        for (double[] draw : draws) {
            product += (draw[0] - 1) * (draw[1] - 3) / draws.length;
        }
        assertThat(product).isCloseTo(1, within(0.1)); // 4 standard errors: √((11 + 1) / 20,000) each
    }

    @Test
    void refusesMapsThatFoldSpace() {
        assertThatThrownBy(() -> new Planar(new double[] {1, 0}, new double[] {-1.5, 0}, 0))
                .hasMessageContaining("-1.5");
        assertThatThrownBy(() -> new Radial(new double[] {0, 0}, 1, -1.1)).hasMessageContaining("-1.1");
        assertThatThrownBy(() -> Masks.coupling(new boolean[] {true, true}, 4)).hasMessageContaining("2 coordinates");
    }

    @Test
    void anAutoregressiveCoordinateHearsOnlyThoseBeforeIt() {
        MaskedAffine layer = affine(Masks.autoregressive(new int[] {2, 0, 1}, 12), RandomStream.of(5));
        double[] before = layer.forward(new double[] {0.1, 0.2, 0.3}).point();
        double[] after = layer.forward(new double[] {0.7, 0.2, 0.3}).point();
        assertThat(after[2]).isEqualTo(before[2]);
        assertThat(after[0]).isNotEqualTo(before[0]);
        assertThat(after[1]).isNotEqualTo(before[1]);
    }

    @Test
    void theLogDeterminantOfAMatrixNeedsItsPivots() {
        assertThat(NumericalJacobian.logDet(new double[][] {{0, 2, 0}, {3, 0, 0}, {1, 1, 5}}))
                .isCloseTo(Math.log(30), within(1e-12));
        assertThatThrownBy(() -> NumericalJacobian.logDet(new double[][] {{1, 2}, {2, 4}}))
                .hasMessageContaining("singular");
    }
}
