package dev.assay.train;

import ai.djl.ndarray.NDArray;
import dev.assay.Trial;
import java.util.Arrays;
import java.util.function.Consumer;

/** Runs a net over rows in parts, so that the arrays of a part are freed before the next. */
final class Evaluation {
    private static final int PART = 500;

    private Evaluation() {}

    static Predictions predict(Trial trial, Net net, Data data) {
        float[][] outputs = outputs(trial, net, data);
        int[] labels = data.labels();
        return Predictions.ofLogits(
                labels.length == outputs.length ? outputs : moments(outputs, labels.length / outputs.length), labels);
    }

    /** Each row's outputs cut into those of its moments. */
    private static float[][] moments(float[][] outputs, int ofARow) {
        float[][] moments = new float[outputs.length * ofARow][];
        for (int i = 0; i < moments.length; i++) {
            float[] row = outputs[i / ofARow];
            int width = row.length / ofARow;
            int from = i % ofARow * width;
            moments[i] = Arrays.copyOfRange(row, from, from + width);
        }
        return moments;
    }

    static float[][] outputs(Trial trial, Net net, Data data) {
        float[][] outputs = new float[data.size()][];
        int[] next = {0};
        inParts(trial, data, part -> {
            float[] flat = net.eval(part.x()).toFloatArray();
            int width = flat.length / part.size();
            for (int i = 0; i < part.size(); i++) {
                outputs[next[0]++] = Arrays.copyOfRange(flat, i * width, (i + 1) * width);
            }
        });
        return outputs;
    }

    /** The mean loss of the rows. */
    static double loss(Trial trial, Net net, Data data, Loss loss) {
        double[] sum = {0};
        inParts(trial, data, part -> {
            NDArray losses = loss.perExample(net.eval(part.x()), part.y());
            for (float each : losses.toFloatArray()) {
                sum[0] += each;
            }
        });
        return sum[0] / data.size();
    }

    private static void inParts(Trial trial, Data data, Consumer<Data> work) {
        for (int from = 0; from < data.size(); from += PART) {
            int start = from;
            trial.round(() -> {
                work.accept(data.range(start, Math.min(data.size(), start + PART)));
                return start;
            });
        }
    }
}
