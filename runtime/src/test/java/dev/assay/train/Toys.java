package dev.assay.train;

import ai.djl.ndarray.NDArray;
import dev.assay.RandomStream;
import dev.assay.Trial;
import java.util.function.Supplier;

/** Small problems whose answers are known, and the finite differences that gradients are held against. */
final class Toys {
    private Toys() {}

    /** Three Gaussian blobs in the plane, two standard deviations from each other's middle line. */
    static Data blobs(Trial trial, String stream, int n) {
        RandomStream random = trial.random(stream, 0);
        float[][] x = new float[n][2];
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i % 3;
            double angle = 2 * Math.PI * labels[i] / 3;
            x[i][0] = (float) (3 * Math.cos(angle) + random.nextGaussian());
            x[i][1] = (float) (3 * Math.sin(angle) + random.nextGaussian());
        }
        return Data.of(trial, x, labels, 3);
    }

    /** The derivative of a number by one entry of a weight, from both sides. */
    static double difference(NDArray weight, int entry, Supplier<NDArray> number, float step) {
        float[] values = weight.toFloatArray();
        float[] moved = values.clone();
        moved[entry] = values[entry] + step;
        weight.set(moved);
        double above = number.get().toFloatArray()[0];
        moved[entry] = values[entry] - step;
        weight.set(moved);
        double below = number.get().toFloatArray()[0];
        weight.set(values);
        return (above - below) / (2 * step);
    }
}
