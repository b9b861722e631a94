package dev.assay.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import dev.assay.Trial;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Recurrent layers against the published equations, attention against loops in double precision. */
final class SequenceNetsTest {
    private static final int BATCH = 2;
    private static final int MOMENTS = 5;
    private static final int INPUTS = 4;
    private static final int UNITS = 3;

    /** Every weight and bias of a net set to random numbers, so that none of them is tested at 0. */
    private static Net filled(Trial trial, Block block, long... shape) {
        Net net = Net.of(trial, "net", block, shape);
        for (String name : net.params().names()) {
            long[] sizes = net.params().get(name).getShape().getShape();
            net.params().set(name, trial.normal("fill " + name, sizes).mul(0.5).toFloatArray());
        }
        return net;
    }

    private static float[] weight(Net net, String ending) {
        String name = net.params().names().stream()
                .filter(each -> each.endsWith(ending))
                .findFirst()
                .orElseThrow(() -> new AssertionError(net.params() + " has no " + ending));
        return net.params().get(name).toFloatArray();
    }

    /** Row {@code unit} of a matrix times a vector, plus its bias. */
    private static double product(float[] matrix, float[] bias, int unit, double[] vector) {
        double sum = bias[unit];
        for (int i = 0; i < vector.length; i++) {
            sum += matrix[unit * vector.length + i] * vector[i];
        }
        return sum;
    }

    private static double[] moment(float[] x, int example, int moment, int channels) {
        return IntStream.range(0, channels)
                .mapToDouble(c -> x[(example * MOMENTS + moment) * channels + c])
                .toArray();
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private static void assertClose(float[] actual, double[] expected, double tolerance) {
        assertThat(actual).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).as("value " + i).isCloseTo(expected[i], within(tolerance));
        }
    }

    /** r, z, n as in Cho et al. 2014, with the reset gate after the product: n = tanh(W x + b + r (U h + c)). */
    private static double[] gruByHand(float[] x, float[] w, float[] b, float[] u, float[] c) {
        double[] out = new double[BATCH * MOMENTS * UNITS];
        for (int example = 0; example < BATCH; example++) {
            double[] h = new double[UNITS];
            for (int t = 0; t < MOMENTS; t++) {
                double[] input = moment(x, example, t, INPUTS);
                double[] next = new double[UNITS];
                for (int i = 0; i < UNITS; i++) {
                    double reset = sigmoid(product(w, b, i, input) + product(u, c, i, h));
                    double keep = sigmoid(product(w, b, UNITS + i, input) + product(u, c, UNITS + i, h));
                    double fresh =
                            Math.tanh(product(w, b, 2 * UNITS + i, input) + reset * product(u, c, 2 * UNITS + i, h));
                    next[i] = (1 - keep) * fresh + keep * h[i];
                }
                h = next;
                System.arraycopy(h, 0, out, (example * MOMENTS + t) * UNITS, UNITS);
            }
        }
        return out;
    }

    @Test
    void aGruFollowsItsEquations() {
        InTrial.run(trial -> {
            Net net = filled(trial, Nets.gru(UNITS), MOMENTS, INPUTS);
            NDArray x = trial.normal("x", BATCH, MOMENTS, INPUTS);
            double[] expected = gruByHand(
                    x.toFloatArray(),
                    weight(net, "i2h_weight"),
                    weight(net, "i2h_bias"),
                    weight(net, "h2h_weight"),
                    weight(net, "h2h_bias"));
            assertClose(net.eval(x).toFloatArray(), expected, 1e-5);
            assertClose(net.train(x).toFloatArray(), expected, 1e-5);
            return 0;
        });
    }

    @Test
    void aGruWithNormedInputFollowsThemAfterTheNorm() {
        InTrial.run(trial -> {
            Net plain = filled(trial, Nets.gru(UNITS, Nets.none()), MOMENTS, INPUTS);
            NDArray x = trial.normal("x", BATCH, MOMENTS, INPUTS);
            float[] w = weight(plain, "i2h_weight");
            float[] b = weight(plain, "i2h_bias");
            float[] u = weight(plain, "h2h_weight");
            float[] c = weight(plain, "h2h_bias");
            assertClose(plain.eval(x).toFloatArray(), gruByHand(x.toFloatArray(), w, b, u, c), 1e-5);

            Net normed = filled(trial, Nets.gru(UNITS, Nets.layerNorm()), MOMENTS, INPUTS);
            Net products =
                    Net.of(trial, "net", Nets.sequence(Nets.linear(3 * UNITS), Nets.layerNorm()), MOMENTS, INPUTS);
            products.params().set("01Linear_weight", weight(normed, "i2h_weight"));
            products.params().set("01Linear_bias", weight(normed, "i2h_bias"));
            products.params().set("02GroupNorm_gamma", weight(normed, "gamma"));
            products.params().set("02GroupNorm_beta", weight(normed, "beta"));
            float[] inputs = products.eval(x).toFloatArray();
            double[] expected = recurrenceByHand(inputs, weight(normed, "h2h_weight"), weight(normed, "h2h_bias"));
            assertClose(normed.eval(x).toFloatArray(), expected, 1e-5);
            return 0;
        });
    }

    private static double[] recurrenceByHand(float[] products, float[] u, float[] c) {
        double[] out = new double[BATCH * MOMENTS * UNITS];
        for (int example = 0; example < BATCH; example++) {
            double[] h = new double[UNITS];
            for (int t = 0; t < MOMENTS; t++) {
                double[] p = moment(products, example, t, 3 * UNITS);
                double[] next = new double[UNITS];
                for (int i = 0; i < UNITS; i++) {
                    double reset = sigmoid(p[i] + product(u, c, i, h));
                    double keep = sigmoid(p[UNITS + i] + product(u, c, UNITS + i, h));
                    double fresh = Math.tanh(p[2 * UNITS + i] + reset * product(u, c, 2 * UNITS + i, h));
                    next[i] = (1 - keep) * fresh + keep * h[i];
                }
                h = next;
                System.arraycopy(h, 0, out, (example * MOMENTS + t) * UNITS, UNITS);
            }
        }
        return out;
    }

    /** i, f, g, o as in Hochreiter and Schmidhuber 1997 with the forget gate of Gers et al. 2000. */
    @Test
    void anLstmFollowsItsEquations() {
        InTrial.run(trial -> {
            Net net = filled(trial, Nets.lstm(UNITS), MOMENTS, INPUTS);
            NDArray x = trial.normal("x", BATCH, MOMENTS, INPUTS);
            float[] values = x.toFloatArray();
            float[] w = weight(net, "i2h_weight");
            float[] b = weight(net, "i2h_bias");
            float[] u = weight(net, "h2h_weight");
            float[] c = weight(net, "h2h_bias");
            double[] expected = new double[BATCH * MOMENTS * UNITS];
            for (int example = 0; example < BATCH; example++) {
                double[] h = new double[UNITS];
                double[] cell = new double[UNITS];
                for (int t = 0; t < MOMENTS; t++) {
                    double[] input = moment(values, example, t, INPUTS);
                    double[] next = new double[UNITS];
                    for (int i = 0; i < UNITS; i++) {
                        double[] gates = new double[4];
                        for (int gate = 0; gate < 4; gate++) {
                            gates[gate] = product(w, b, gate * UNITS + i, input) + product(u, c, gate * UNITS + i, h);
                        }
                        cell[i] = sigmoid(gates[1]) * cell[i] + sigmoid(gates[0]) * Math.tanh(gates[2]);
                        next[i] = sigmoid(gates[3]) * Math.tanh(cell[i]);
                    }
                    h = next;
                    System.arraycopy(h, 0, expected, (example * MOMENTS + t) * UNITS, UNITS);
                }
            }
            assertClose(net.eval(x).toFloatArray(), expected, 1e-5);
            return 0;
        });
    }

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
