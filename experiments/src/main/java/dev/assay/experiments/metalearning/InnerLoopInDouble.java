package dev.assay.experiments.metalearning;

import dev.assay.experiments.data.Rows;
import dev.assay.train.Params;
import java.util.Arrays;

/**
 * One task's inner loop in plain loops and double precision, with the weights in one vector: what {@link TaskNet} is held
 * against. Nothing of it is shared with that.
 */
final class InnerLoopInDouble {
    private static final int HIDDEN = 40;

    private final double[][] x;
    private final double[][] y;
    private final double[][] queryX;
    private final double[][] queryY;
    private final Objective objective;

    private InnerLoopInDouble(double[][] x, double[][] y, double[][] queryX, double[][] queryY, Objective objective) {
        this.x = x;
        this.y = y;
        this.queryX = queryX;
        this.queryY = queryY;
        this.objective = objective;
    }

    /** The inner loop of one task of a batch. */
    static InnerLoopInDouble of(Episodes tasks, int task, Objective objective) {
        return new InnerLoopInDouble(
                Rows.of(tasks.supportX().get(task)),
                Rows.of(tasks.supportY().get(task)),
                Rows.of(tasks.queryX().get(task)),
                Rows.of(tasks.queryY().get(task)),
                objective);
    }

    /** All numbers of some weights, one after another. */
    static double[] vector(Params params) {
        double[] vector = new double[Math.toIntExact(params.count())];
        int next = 0;
        for (String name : params.names()) {
            for (float value : params.get(name).toFloatArray()) {
                vector[next++] = value;
            }
        }
        return vector;
    }

    /** The loss of the queries after one step of descent on the support, with a rate for each weight. */
    double lossAfterStep(double[] weights, double[] rates) {
        double[] slope = gradient(weights);
        double[] after = new double[weights.length];
        for (int i = 0; i < after.length; i++) {
            after[i] = weights[i] - rates[i] * slope[i];
        }
        return queryLoss(after);
    }

    /** The mean loss of the support. */
    double supportLoss(double[] weights) {
        return loss(weights, x, y);
    }

    /** The mean loss of the queries. */
    double queryLoss(double[] weights) {
        return loss(weights, queryX, queryY);
    }

    private double loss(double[] weights, double[][] inputs, double[][] targets) {
        double sum = 0;
        for (int n = 0; n < inputs.length; n++) {
            double[] out = layers(weights, inputs[n])[2];
            double[] softmax = objective == Objective.CROSS_ENTROPY ? softmax(out) : out;
            for (int o = 0; o < out.length; o++) {
                sum += objective == Objective.CROSS_ENTROPY
                        ? -targets[n][o] * Math.log(softmax[o])
                        : (out[o] - targets[n][o]) * (out[o] - targets[n][o]) / out.length;
            }
        }
        return sum / inputs.length;
    }

    /** The gradient of the support's loss. */
    double[] gradient(double[] weights) {
        double[] gradient = new double[weights.length];
        int outputs = y[0].length;
        int[] widths = {x[0].length, HIDDEN, HIDDEN, outputs};
        for (int n = 0; n < x.length; n++) {
            double[][] layers = layers(weights, x[n]);
            double[] error = objective == Objective.CROSS_ENTROPY ? softmax(layers[2]) : layers[2].clone();
            for (int o = 0; o < outputs; o++) {
                double scale = objective == Objective.CROSS_ENTROPY ? 1 : 2.0 / outputs;
                error[o] = scale * (error[o] - y[n][o]) / x.length;
            }
            int end = weights.length;
            for (int layer = 2; layer >= 0; layer--) {
                int in = widths[layer];
                int out = widths[layer + 1];
                int from = end - (in + 1) * out;
                double[] below = layer == 0 ? x[n] : layers[layer - 1];
                double[] back = new double[in];
                for (int i = 0; i < in; i++) {
                    for (int o = 0; o < out; o++) {
                        gradient[from + i * out + o] += below[i] * error[o];
                        back[i] += below[i] > 0 ? weights[from + i * out + o] * error[o] : 0;
                    }
                }
                for (int o = 0; o < out; o++) {
                    gradient[from + in * out + o] += error[o];
                }
                error = back;
                end = from;
            }
        }
        return gradient;
    }

    /** What each layer gives: two of rectified units, then the outputs. */
    private static double[][] layers(double[] weights, double[] input) {
        int outputs = (weights.length - (input.length + 1) * HIDDEN - (HIDDEN + 1) * HIDDEN) / (HIDDEN + 1);
        int[] widths = {input.length, HIDDEN, HIDDEN, outputs};
        double[][] layers = new double[3][];
        double[] below = input;
        int from = 0;
        for (int layer = 0; layer < 3; layer++) {
            int in = widths[layer];
            int out = widths[layer + 1];
            double[] z = new double[out];
            for (int o = 0; o < out; o++) {
                z[o] = weights[from + in * out + o];
                for (int i = 0; i < in; i++) {
                    z[o] += below[i] * weights[from + i * out + o];
                }
                z[o] = layer < 2 ? Math.max(0, z[o]) : z[o];
            }
            layers[layer] = z;
            below = z;
            from += (in + 1) * out;
        }
        return layers;
    }

    private static double[] softmax(double[] scores) {
        double most = Arrays.stream(scores).max().orElseThrow();
        double[] shares = Arrays.stream(scores).map(s -> Math.exp(s - most)).toArray();
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }
}
