package dev.assay.train;

import static dev.assay.train.ByHand.BATCH;
import static dev.assay.train.ByHand.INPUTS;
import static dev.assay.train.ByHand.MOMENTS;
import static dev.assay.train.ByHand.UNITS;
import static dev.assay.train.ByHand.assertClose;
import static dev.assay.train.ByHand.filled;
import static dev.assay.train.ByHand.moment;
import static dev.assay.train.ByHand.product;
import static dev.assay.train.ByHand.weight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Attention against loops in double precision, and what nets for sequences have in common. */
final class SequenceNetsTest {
    /** The seed's question, in loops: heads stay apart, and the softmax runs over the keys. */
    private static double[] attentionByHand(Net net, float[] x, int heads, boolean causal, double[][][][] map) {
        int width = INPUTS / heads;
        double[] out = new double[BATCH * MOMENTS * INPUTS];
        for (int n = 0; n < BATCH; n++) {
            double[][][] projected = new double[3][MOMENTS][INPUTS];
            String[] parts = {"query", "key", "value"};
            for (int part = 0; part < 3; part++) {
                float[] w = weight(net, "attention_" + parts[part] + "_weight");
                float[] b = weight(net, "attention_" + parts[part] + "_bias");
                for (int t = 0; t < MOMENTS; t++) {
                    for (int c = 0; c < INPUTS; c++) {
                        projected[part][t][c] = product(w, b, c, moment(x, n, t, INPUTS));
                    }
                }
            }
            double[][] mixed = new double[MOMENTS][INPUTS];
            for (int h = 0; h < heads; h++) {
                for (int q = 0; q < MOMENTS; q++) {
                    double sum = 0;
                    for (int k = 0; k < MOMENTS; k++) {
                        double score = 0;
                        for (int d = h * width; d < (h + 1) * width; d++) {
                            score += projected[0][q][d] * projected[1][k][d];
                        }
                        map[n][h][q][k] = causal && k > q ? 0 : Math.exp(score / Math.sqrt(width));
                        sum += map[n][h][q][k];
                    }
                    for (int k = 0; k < MOMENTS; k++) {
                        map[n][h][q][k] /= sum;
                        for (int d = h * width; d < (h + 1) * width; d++) {
                            mixed[q][d] += map[n][h][q][k] * projected[2][k][d];
                        }
                    }
                }
            }
            for (int t = 0; t < MOMENTS; t++) {
                for (int c = 0; c < INPUTS; c++) {
                    out[(n * MOMENTS + t) * INPUTS + c] = product(
                            weight(net, "attention_output_weight"), weight(net, "attention_output_bias"), c, mixed[t]);
                }
            }
        }
        return out;
    }

    @Test
    void attentionIsWhatLoopsCompute() {
        for (int heads : new int[] {1, 2}) {
            for (boolean causal : new boolean[] {false, true}) {
                InTrial.run(trial -> {
                    SelfAttention attention = new SelfAttention(heads, causal);
                    Net net = filled(trial, attention, MOMENTS, INPUTS);
                    NDArray x = trial.normal("x", BATCH, MOMENTS, INPUTS).mul(2);
                    double[][][][] map = new double[BATCH][heads][MOMENTS][MOMENTS];
                    double[] expected = attentionByHand(net, x.toFloatArray(), heads, causal, map);
                    assertClose(net.eval(x).toFloatArray(), expected, 1e-5);

                    NDArray weights = net.through(attention.map()).eval(x);
                    assertThat(weights.getShape().getShape()).containsExactly(BATCH, heads, MOMENTS, MOMENTS);
                    double[] flat = java.util.Arrays.stream(map)
                            .flatMap(java.util.Arrays::stream)
                            .flatMap(java.util.Arrays::stream)
                            .flatMapToDouble(java.util.Arrays::stream)
                            .toArray();
                    assertClose(weights.toFloatArray(), flat, 1e-6);
                    return 0;
                });
            }
        }
    }

    private static Block reader(Block mixer) {
        return Nets.sequence(Nets.embedding(6, INPUTS), mixer, Nets.linear(2));
    }

    private static Block attending() {
        return Nets.sequence(
                Nets.positions(), Nets.residual(Nets.layerNorm(), Nets.causalAttention(2)), Nets.layerNorm());
    }

    private static void assertSeesNoFuture(Supplier<Block> mixer) {
        InTrial.run(trial -> {
            Net net = filled(trial, reader(mixer.get()), MOMENTS);
            float[] one = net.eval(trial.arrays().create(new float[][] {{0, 1, 2, 3, 4}}))
                    .toFloatArray();
            float[] other = net.eval(trial.arrays().create(new float[][] {{0, 1, 2, 5, 0}}))
                    .toFloatArray();
            for (int i = 0; i < 3 * 2; i++) {
                assertThat((double) other[i]).as("moment " + i / 2).isCloseTo(one[i], within(1e-6));
            }
            assertThat(other[3 * 2]).as("the changed moment").isNotCloseTo(one[3 * 2], within(1e-3f));
            assertThat(other[4 * 2]).as("one after it").isNotCloseTo(one[4 * 2], within(1e-3f));
            return 0;
        });
    }

    @Test
    void noMomentSeesTheFuture() {
        assertSeesNoFuture(SequenceNetsTest::attending);
        assertSeesNoFuture(() -> Nets.gru(UNITS));
        assertSeesNoFuture(() -> Nets.lstm(UNITS));
    }

    private static void checkGradients(Supplier<Block> mixer) {
        InTrial.run(trial -> {
            Net net = filled(trial, reader(mixer.get()), MOMENTS);
            NDArray x = trial.arrays().create(new float[][] {{0, 1, 2, 3, 1}, {4, 2, 2, 5, 0}});
            NDArray y = trial.normal("y", BATCH, MOMENTS, 2);
            Supplier<NDArray> loss =
                    () -> Loss.squaredError().perExample(net.train(x), y).mean();
            Params gradient = Learner.of(trial, Optimizer.sgd(0), net.params()).gradient(loss);
            for (String name : gradient.names()) {
                float[] exact = gradient.get(name).toFloatArray();
                for (int i = 0; i < exact.length; i += 5) {
                    double numeric = Toys.difference(net.params().get(name), i, loss, 1e-2f);
                    assertThat((double) exact[i])
                            .as(name + "[" + i + "]")
                            .isCloseTo(numeric, within(2e-3 + 0.02 * Math.abs(numeric)));
                }
            }
            return 0;
        });
    }

    @Test
    void gradientsAgreeWithFiniteDifferences() {
        checkGradients(SequenceNetsTest::attending);
        checkGradients(() -> Nets.gru(UNITS));
        checkGradients(() -> Nets.gru(UNITS, Nets.batchNorm()));
        checkGradients(() -> Nets.gru(UNITS, Nets.layerNorm()));
        checkGradients(() -> Nets.lstm(UNITS));
    }

    @Test
    void anEmbeddingGivesASymbolItsRow() {
        InTrial.run(trial -> {
            Net net = Net.of(trial, "net", Nets.embedding(3, 2), 2);
            net.params().set("embedding", new float[] {1, 2, 3, 4, 5, 6});
            NDArray out = net.eval(trial.arrays().create(new float[][] {{2, 0}}));
            assertThat(out.getShape().getShape()).containsExactly(1, 2, 2);
            assertThat(out.toFloatArray()).containsExactly(5, 6, 1, 2);
            return 0;
        });
    }

    @Test
    void positionsAreSinesAndCosines() {
        InTrial.run(trial -> {
            Net net = Net.of(trial, "net", Nets.positions(), 3, 4);
            NDArray out = net.eval(trial.arrays().zeros(new ai.djl.ndarray.types.Shape(1, 3, 4)));
            double slow = 0.01; // 1 / 10000^(2/4)
            double[] expected = {
                0,
                1,
                0,
                1,
                Math.sin(1),
                Math.cos(1),
                Math.sin(slow),
                Math.cos(slow),
                Math.sin(2),
                Math.cos(2),
                Math.sin(2 * slow),
                Math.cos(2 * slow)
            };
            assertClose(out.toFloatArray(), expected, 1e-6);
            return 0;
        });
    }

    @Test
    void refusesWhatDoesNotFit() {
        InTrial.run(trial -> {
            assertThatThrownBy(() -> Net.of(trial, "n", Nets.causalAttention(3), MOMENTS, INPUTS))
                    .hasMessageContaining("4 channels")
                    .hasMessageContaining("3 heads");
            assertThatThrownBy(() -> Net.of(trial, "n", Nets.residual(Nets.linear(2)), MOMENTS, INPUTS))
                    .hasMessageContaining("shape");
            Net net = Net.of(trial, "n", Nets.linear(2), 3);
            Block stranger = Nets.linear(2);
            stranger.initialize(
                    trial.arrays(), ai.djl.ndarray.types.DataType.FLOAT32, new ai.djl.ndarray.types.Shape(1, 3));
            NDArray x = trial.normal("x", 1, 3);
            assertThatThrownBy(() -> net.through(stranger).eval(x)).hasMessageContaining("weight");
            return 0;
        });
    }
}
