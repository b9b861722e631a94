package dev.assay.experiments.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import dev.assay.RandomStream;
import dev.assay.Trial;
import dev.assay.experiments.InTrial;
import dev.assay.experiments.data.Rows;
import dev.assay.train.Learner;
import dev.assay.train.Optimizer;
import dev.assay.train.Params;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FlowNetTest {
    private static final double[][] POINTS = IntStream.range(0, 20)
            .mapToObj(i -> RandomStream.of(i).gaussians(3))
            .toArray(double[][]::new);

    /** A net of this kind, moved away from the identity. */
    private static FlowNet net(Trial t, String kind) {
        FlowNet net = switch (kind) {
            case "planar" -> PlanarNet.of(t, 4, 3);
            case "radial" -> RadialNet.of(t, 4, 3);
            case "realNvp" -> MaskedAffineNet.realNvp(t, 4, 8, 3);
            case "maf" -> MaskedAffineNet.maf(t, 3, 8, 3);
            default -> throw new IllegalArgumentException("there is no flow '" + kind + "'");
        };
        move(net.params(), t, 0.4f);
        return net;
    }

    private static void move(Params params, Trial t, float by) {
        params.set(params.map((name, weight) -> weight.add(
                t.normal("move/" + name, weight.getShape().getShape()).mul(by))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"planar", "radial", "realNvp", "maf"})
    void theEngineAndTheDoubleTwinAgree(String kind) {
        Exactness exactness = InTrial.run(t -> Exactness.of(t.arrays(), net(t, kind), POINTS));
        assertThat(exactness.inverseError()).isLessThan(1e-4);
        assertThat(exactness.logDetError()).isLessThan(1e-4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"planar", "radial", "realNvp", "maf"})
    void everyCoordinateMoves(String kind) {
        double[] least = InTrial.run(t -> {
            Bijection flow = net(t, kind).inDouble();
            double[] moved = new double[3];
            for (double[] point : POINTS) {
                double[] image = flow.forward(point).point();
                for (int c = 0; c < 3; c++) {
                    moved[c] += Math.abs(image[c] - point[c]);
                }
            }
            return moved;
        });
        assertThat(Arrays.stream(least)).allMatch(moved -> moved > 0.1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"planar", "radial", "realNvp", "maf"})
    void gradientsAgreeWithDifferencesOfTheLikelihood(String kind) {
        double[] slopes = InTrial.run(t -> {
            FlowNet net = net(t, kind);
            NDArray x = Rows.array(t.arrays(), POINTS);
            Learner learner = Learner.of(t, Optimizer.sgd(1), net.params());
            Params gradient = learner.gradient(() -> net.push(x).meanNll());
            double squares = gradient.dot(gradient).toFloatArray()[0];
            double step = 1e-2 / Math.sqrt(squares);
            Params here = net.params().copy();
            net.params().set(here.zip(gradient, (weight, g) -> weight.add(g.mul((float) step))));
            double up = new FlowDensity(net.inDouble(), 3).nll(POINTS);
            net.params().set(here.zip(gradient, (weight, g) -> weight.sub(g.mul((float) step))));
            double down = new FlowDensity(net.inDouble(), 3).nll(POINTS);
            return new double[] {squares, (up - down) / (2 * step)};
        });
        assertThat(slopes[1]).isCloseTo(slopes[0], within(0.01 * slopes[0]));
    }
}
