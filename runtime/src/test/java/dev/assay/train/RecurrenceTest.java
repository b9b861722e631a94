package dev.assay.train;

import static dev.assay.train.ByHand.BATCH;
import static dev.assay.train.ByHand.INPUTS;
import static dev.assay.train.ByHand.MOMENTS;
import static dev.assay.train.ByHand.UNITS;
import static dev.assay.train.ByHand.assertClose;
import static dev.assay.train.ByHand.filled;
import static dev.assay.train.ByHand.moment;
import static dev.assay.train.ByHand.product;
import static dev.assay.train.ByHand.sigmoid;
import static dev.assay.train.ByHand.weight;

import ai.djl.ndarray.NDArray;
import org.junit.jupiter.api.Test;

/** Recurrent layers against the published equations. */
final class RecurrenceTest {
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
}
