package dev.assay.experiments.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import dev.assay.chart.Layer;
import dev.assay.chart.Plane;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SamplingPartsTest {
    @Test
    void choleskyFactorsAndSolves() {
        Cholesky root = Cholesky.of(new double[][] {{4, 0, 0}, {2, 5, 0}, {-2, 1, 6}});
        assertThat(root.factor()).isDeepEqualTo(new double[][] {{2, 0, 0}, {1, 2, 0}, {-1, 1, 2}});
        // A x = b with x = (1, 2, 3)
        double[] x = root.backward(root.forward(new double[] {2, 15, 18}));
        assertThat(x).containsExactly(new double[] {1, 2, 3}, within(1e-12));
    }

    @Test
    void choleskyRefusesAnIndefiniteMatrix() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cholesky.of(new double[][] {{1, 0}, {2, 1}}))
                .withMessageContaining("pivot 1 is -3.0");
    }

    @Test
    void momentsDivideByOneLess() {
        Moments moments = Moments.of(List.of(new double[] {1, 0}, new double[] {2, 0}, new double[] {3, 3}));
        assertThat(moments.mean()).containsExactly(new double[] {2, 1}, within(1e-15));
        assertThat(moments.sd()).containsExactly(new double[] {1, Math.sqrt(3)}, within(1e-15));
        Moments truth = new Moments(new double[] {0, 1}, new double[] {2, Math.sqrt(3)});
        assertThat(moments.meanError(truth)).isCloseTo((1 + 0) / 2.0, within(1e-15));
        assertThat(moments.sdError(truth)).isCloseTo((0.5 + 0) / 2, within(1e-15));
    }

    @Test
    void momentsRefuseASingleDraw() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moments.of(List.of(new double[2])))
                .withMessageContaining("not 1");
    }

    @Test
    void warmUpLearnsTheSpreadInItsWindowsOnly() {
        WarmUp warmUp = new WarmUp(1000, 1);
        RandomStream random = RandomStream.of(1);
        for (int i = 0; i < 1000; i++) {
            // Wild at both ends, of spread 3 between.
            boolean inside = i >= 200 && i < 800;
            boolean ended = warmUp.learn(new double[] {inside ? 3 * random.nextGaussian() : 1000.0 * i});
            assertThat(ended).isEqualTo(i == 399 || i == 799);
        }
        assertThat(warmUp.factor()[0][0]).isCloseTo(3, within(0.3));
    }

    @Test
    void chainsStopWhenTheyKnowEnough() {
        LogDensity target = new CorrelatedGaussian(0.5);
        List<RandomStream> streams = List.of(RandomStream.of(1), RandomStream.of(2), RandomStream.of(3));
        Chains chains = Chains.run(target, target::gibbs, 100, 40_000, streams);
        assertThat(chains.rHat()).isLessThan(Chains.AGREED);
        assertThat(chains.effectiveSamples()).isGreaterThanOrEqualTo(Chains.ENOUGH);
        assertThat(chains.length()).isLessThan(3000);
        Chains capped = Chains.run(target, target::gibbs, 100, 50, List.of(RandomStream.of(1), RandomStream.of(2)));
        assertThat(capped.length()).isEqualTo(50);
    }

    @Test
    void aPictureHasAtMostAThousandDrawsOverTheDensity() {
        LogDensity target = new Banana();
        RandomStream random = RandomStream.of(1);
        List<double[]> draws =
                Stream.generate(() -> random.gaussians(2)).limit(5000).toList();
        Plane plane = new DrawsPlane(0, "a", 1, "b").draws(target, draws);
        assertThat(plane.layers()).hasSize(2);
        assertThat(plane.layers().get(0)).isInstanceOf(Layer.Heat.class);
        assertThat(((Layer.Points) plane.layers().get(1)).x()).hasSize(1000);
    }

    @Test
    void aTraceKeepsItsPlaceAlongTheChain() {
        double[][][] draws = new double[2][1000][1];
        for (int i = 0; i < 1000; i++) {
            draws[1][i][0] = i;
        }
        Layer.Line second = (Layer.Line) new DrawsPlane(0, "a", 0, "a")
                .traces(new Chains(draws))
                .layers()
                .get(1);
        assertThat(second.name()).isEqualTo("chain 2");
        assertThat(second.y()).isEqualTo(second.x()).hasSize(500);
    }
}
