package dev.assay.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import dev.assay.Trial;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class NormalisationTest {
    private static final double EPSILON = 1e-5;

    /** Normalises by hand: {@code group[i]} says with whom value i shares its mean and variance. */
    private static double[] byHand(float[] values, int... group) {
        double[] out = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double n = 0;
            double sum = 0;
            double squares = 0;
            for (int j = 0; j < values.length; j++) {
                if (group[j] == group[i]) {
                    n++;
                    sum += values[j];
                }
            }
            for (int j = 0; j < values.length; j++) {
                if (group[j] == group[i]) {
                    squares += (values[j] - sum / n) * (values[j] - sum / n);
                }
            }
            out[i] = (values[i] - sum / n) / Math.sqrt(squares / n + EPSILON);
        }
        return out;
    }

    private interface Grouping {
        int of(int example, int channel);
    }

    /** Pictures (3 examples, 4 channels, 2 × 2). */
    private static void checkPictures(Supplier<Block> norm, Grouping grouping) {
        InTrial.run(trial -> {
            Net net = Net.of(trial, "norm", norm.get(), 4, 2, 2);
            NDArray x = trial.normal("x", 3, 4, 2, 2).mul(3).add(1);
            int[] group = new int[48];
            for (int i = 0; i < 48; i++) {
                group[i] = grouping.of(i / 16, i / 4 % 4);
            }
            double[] expected = byHand(x.toFloatArray(), group);
            float[] actual = net.train(x).toFloatArray();
            for (int i = 0; i < 48; i++) {
                assertThat((double) actual[i]).as("value " + i).isCloseTo(expected[i], within(1e-5));
            }
            net.params().set("gamma", new float[] {1, 2, 3, 4});
            net.params().set("beta", new float[] {5, 6, 7, 8});
            float[] scaled = net.train(x).toFloatArray();
            for (int i = 0; i < 48; i++) {
                int channel = i / 4 % 4;
                assertThat((double) scaled[i]).isCloseTo(expected[i] * (channel + 1) + channel + 5, within(5e-5));
            }
            return 0;
        });
    }

    @Test
    void batchNormSharesAChannelsStatistics() {
        checkPictures(Nets::batchNorm, (example, channel) -> channel);
    }

    @Test
    void layerNormSharesAnExamplesStatistics() {
        checkPictures(Nets::layerNorm, (example, channel) -> example);
    }

    @Test
    void groupNormSharesThoseOfAGroupOfChannels() {
        checkPictures(() -> Nets.groupNorm(2), (example, channel) -> 2 * example + channel / 2);
    }

    @Test
    void instanceNormSharesNothing() {
        checkPictures(Nets::instanceNorm, (example, channel) -> 4 * example + channel);
    }

    @Test
    void sequencesAreNormalisedMomentByMoment() {
        InTrial.run(trial -> {
            Net layer = Net.of(trial, "layer", Nets.layerNorm(), 2, 3);
            NDArray x = trial.normal("x", 2, 2, 3);
            double[] expected = byHand(x.toFloatArray(), 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3);
            float[] actual = layer.eval(x).toFloatArray();
            for (int i = 0; i < 12; i++) {
                assertThat((double) actual[i]).isCloseTo(expected[i], within(1e-5));
            }
            Net batch = Net.of(trial, "batch", Nets.batchNorm(), 2, 3);
            double[] overBatch = byHand(x.toFloatArray(), 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2);
            float[] ofBatch = batch.train(x).toFloatArray();
            for (int i = 0; i < 12; i++) {
                assertThat((double) ofBatch[i]).isCloseTo(overBatch[i], within(1e-5));
            }
            return 0;
        });
    }

    @Test
    void batchNormUsesRunningStatisticsThatOnlyALearnerMoves() {
        InTrial.run(trial -> {
            Net net = Net.of(trial, "norm", Nets.batchNorm(), 1);
            NDArray x = trial.arrays().create(new float[][] {{2}, {6}}); // mean 4, unbiased variance 8
            net.train(x);
            Learner learner = Learner.of(trial, Optimizer.sgd(0), net.params());
            learner.gradient(() -> net.train(x).sum());
            assertThat(net.params().get("runningMean").toFloatArray()).containsExactly(0);
            assertThat(net.eval(x).toFloatArray()[0]).isCloseTo(2, within(1e-4f));

            learner.minimise(() -> net.train(x).sum());
            assertThat(net.params().get("runningMean").toFloatArray()[0]).isCloseTo(0.4f, within(1e-6f));
            assertThat(net.params().get("runningVar").toFloatArray()[0]).isCloseTo(0.9f + 0.8f, within(1e-6f));
            double expected = (2 - 0.4) / Math.sqrt(1.7 + EPSILON);
            assertThat((double) net.eval(x).toFloatArray()[0]).isCloseTo(expected, within(1e-5));

            Net copy = net.copy();
            learner.minimise(() -> net.train(x).sum());
            assertThat(copy.params().get("runningMean").toFloatArray()[0]).isCloseTo(0.4f, within(1e-6f));
            copy.params().set(net.params());
            assertThat(copy.params().get("runningMean").toFloatArray()[0]).isCloseTo(0.76f, within(1e-6f));
            assertThat(net.params().names()).containsExactlyInAnyOrder("gamma", "beta");
            assertThat(net.params().state().names()).containsExactlyInAnyOrder("runningMean", "runningVar");
            return 0;
        });
    }

    @Test
    void batchNormOfPicturesInUseTakesTheRunningStatistics() {
        InTrial.run(trial -> {
            Net net = Net.of(trial, "norm", Nets.batchNorm(), 2, 2, 2);
            net.params().set("gamma", 1, 2);
            net.params().set("beta", 5, 6);
            net.params().set("runningMean", 3, 4);
            net.params().set("runningVar", 4, 9);
            NDArray x = trial.normal("x", 3, 2, 2, 2);
            float[] values = x.toFloatArray();
            float[] actual = net.eval(x).toFloatArray();
            for (int i = 0; i < 24; i++) {
                double expected = i / 4 % 2 == 0
                        ? (values[i] - 3) / Math.sqrt(4 + EPSILON) + 5
                        : (values[i] - 4) / Math.sqrt(9 + EPSILON) * 2 + 6;
                assertThat((double) actual[i]).isCloseTo(expected, within(1e-5));
            }
            return 0;
        });
    }

    @Test
    void oneNormTakesPicturesOfAnySizeInAnyOrder() {
        InTrial.run(trial -> {
            Net net = Net.of(trial, "norm", Nets.groupNorm(2), 4, 2, 2);
            NDArray small = trial.normal("small", 3, 4, 2, 2);
            NDArray large = trial.normal("large", 3, 4, 5, 5);
            float[] before = net.train(small).toFloatArray();
            int[] group = new int[300];
            Arrays.setAll(group, i -> i / 50);
            double[] expected = byHand(large.toFloatArray(), group);
            float[] actual = trial.round(() -> net.train(large).toFloatArray());
            for (int i = 0; i < 300; i++) {
                assertThat((double) actual[i]).isCloseTo(expected[i], within(1e-5));
            }
            assertThat(trial.round(() -> net.copy().train(small).toFloatArray()))
                    .isEqualTo(before);
            return 0;
        });
    }

    private static void checkGradients(Supplier<Block> norm) {
        InTrial.run((Trial trial) -> {
            Net net = Net.of(
                    trial,
                    "net",
                    Nets.sequence(Nets.conv(4, 3), norm.get(), Nets.tanh(), Nets.flatten(), Nets.linear(1)),
                    1,
                    3,
                    3);
            NDArray x = trial.normal("x", 4, 1, 3, 3);
            NDArray y = trial.normal("y", 4, 1);
            Supplier<NDArray> loss =
                    () -> Loss.squaredError().perExample(net.train(x), y).mean();
            Params gradient = Learner.of(trial, Optimizer.sgd(0), net.params()).gradient(loss);
            for (String name : gradient.names()) {
                float[] exact = gradient.get(name).toFloatArray();
                for (int i = 0; i < exact.length; i += 5) {
                    double numeric = Toys.difference(net.params().get(name), i, loss, 1e-2f);
                    assertThat((double) exact[i])
                            .as(name + "[" + i + "]")
                            .isCloseTo(numeric, within(3e-3 + 0.02 * Math.abs(numeric)));
                }
            }
            return 0;
        });
    }

    @Test
    void gradientsThroughNormalisationsAgreeWithFiniteDifferences() {
        checkGradients(Nets::batchNorm);
        checkGradients(Nets::layerNorm);
        checkGradients(() -> Nets.groupNorm(2));
        checkGradients(Nets::instanceNorm);
    }

    @Test
    void refusesGroupsThatDoNotDivideTheChannels() {
        InTrial.run(trial -> {
            assertThatThrownBy(() -> Net.of(trial, "n", Nets.groupNorm(3), 4, 2, 2))
                    .hasMessageContaining("4 channels")
                    .hasMessageContaining("3 groups");
            return 0;
        });
    }
}
