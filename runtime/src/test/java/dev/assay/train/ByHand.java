package dev.assay.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.nn.Block;
import dev.assay.Trial;
import java.util.stream.IntStream;

/** Nets whose weights are all random numbers, and the arithmetic of a layer written out in double precision. */
final class ByHand {
    static final int BATCH = 2;
    static final int MOMENTS = 5;
    static final int INPUTS = 4;
    static final int UNITS = 3;

    private ByHand() {}

    /** Every weight and bias of a net set to random numbers, so that none of them is tested at 0. */
    static Net filled(Trial trial, Block block, long... shape) {
        Net net = Net.of(trial, "net", block, shape);
        for (String name : net.params().names()) {
            long[] sizes = net.params().get(name).getShape().getShape();
            net.params().set(name, trial.normal("fill " + name, sizes).mul(0.5).toFloatArray());
        }
        return net;
    }

    static float[] weight(Net net, String ending) {
        String name = net.params().names().stream()
                .filter(each -> each.endsWith(ending))
                .findFirst()
                .orElseThrow(() -> new AssertionError(net.params() + " has no " + ending));
        return net.params().get(name).toFloatArray();
    }

    /** Row {@code unit} of a matrix times a vector, plus its bias. */
    static double product(float[] matrix, float[] bias, int unit, double[] vector) {
        double sum = bias[unit];
        for (int i = 0; i < vector.length; i++) {
            sum += matrix[unit * vector.length + i] * vector[i];
        }
        return sum;
    }

    static double[] moment(float[] x, int example, int moment, int channels) {
        return IntStream.range(0, channels)
                .mapToDouble(c -> x[(example * MOMENTS + moment) * channels + c])
                .toArray();
    }

    static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    static void assertClose(float[] actual, double[] expected, double tolerance) {
        assertThat(actual).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).as("value " + i).isCloseTo(expected[i], within(tolerance));
        }
    }
}
