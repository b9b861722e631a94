package dev.assay.train;

import ai.djl.ndarray.NDArray;
import dev.assay.engine.Memory;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * Moments in plain memory; a step reads gradients and changes weights where the engine has them. The arithmetic is what one call
 * into the engine would cost, and PyTorch's fused updates are ten such calls.
 */
final class PlainMoments implements Moments {
    private final Optimizer optimizer;
    private final float[][] first;
    private final float[][] second;
    private final float[][] gradients;
    private final float[] weight; // one at a time
    private final float[] zeros;
    private int steps;

    PlainMoments(Optimizer optimizer, List<NDArray> weights) {
        this.optimizer = optimizer;
        first = optimizer.hasFirstMoment() ? zerosLike(weights) : new float[0][];
        second = optimizer.hasSecondMoment() ? zerosLike(weights) : new float[0][];
        gradients = zerosLike(weights);
        int longest = weights.stream().mapToInt(PlainMoments::size).max().orElse(0);
        weight = new float[longest];
        zeros = new float[longest];
    }

    private static float[][] zerosLike(List<NDArray> arrays) {
        return arrays.stream().map(array -> new float[size(array)]).toArray(float[][]::new);
    }

    private static int size(NDArray array) {
        return Math.toIntExact(array.size());
    }

    @Override
    public void step(List<NDArray> weights, List<NDArray> engineGradients, double progress) {
        steps++;
        double rate = optimizer.rateAt(progress);
        for (int i = 0; i < gradients.length; i++) {
            FloatBuffer window = Memory.window(engineGradients.get(i));
            window.get(0, gradients[i]);
            window.put(0, zeros, 0, gradients[i].length);
        }
        float scale = optimizer.clipping(this::squares);
        for (int i = 0; i < gradients.length; i++) {
            FloatBuffer window = Memory.window(weights.get(i));
            window.get(0, weight, 0, gradients[i].length);
            move(i, rate, scale, optimizer.decays(weights.get(i)));
            window.put(0, weight, 0, gradients[i].length);
        }
    }

    private void move(int i, double rate, float scale, boolean decays) {
        float kept = decays ? (float) (1 - rate * optimizer.decay()) : 1;
        if (optimizer.rule() instanceof Optimizer.Adam adam) {
            adam(adam, first[i], second[i], gradients[i], rate, scale, kept);
        } else if (optimizer.rule() instanceof Optimizer.Sgd sgd) {
            if (sgd.momentum() > 0) {
                momentum((float) sgd.momentum(), first[i], gradients[i], (float) rate, scale, kept);
            } else {
                descend(gradients[i], (float) rate * scale, kept);
            }
        }
    }

    private void adam(
            Optimizer.Adam adam, float[] m, float[] v, float[] gradient, double rate, float scale, float kept) {
        float beta1 = (float) adam.beta1();
        float beta2 = (float) adam.beta2();
        float corrected = (float) adam.corrected(rate, steps);
        float epsilon = (float) adam.corrected(steps);
        for (int j = 0; j < gradient.length; j++) {
            float g = scale * gradient[j];
            m[j] = beta1 * m[j] + (1 - beta1) * g;
            v[j] = beta2 * v[j] + (1 - beta2) * g * g;
            weight[j] = kept * weight[j] - corrected * m[j] / ((float) Math.sqrt(v[j]) + epsilon);
        }
    }

    private void momentum(float momentum, float[] v, float[] gradient, float rate, float scale, float kept) {
        for (int j = 0; j < gradient.length; j++) {
            v[j] = momentum * v[j] + rate * (scale * gradient[j]);
            weight[j] = kept * weight[j] - v[j];
        }
    }

    private void descend(float[] gradient, float rate, float kept) {
        for (int j = 0; j < gradient.length; j++) {
            weight[j] = kept * weight[j] - rate * gradient[j];
        }
    }

    private double squares() {
        double squares = 0;
        for (float[] gradient : gradients) {
            for (float g : gradient) {
                squares += (double) g * g;
            }
        }
        return squares;
    }

    @Override
    public void free() {
        // all of it is Java's
    }
}
