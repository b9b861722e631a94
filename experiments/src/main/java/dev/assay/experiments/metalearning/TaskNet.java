package dev.assay.experiments.metalearning;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import dev.assay.Trial;
import dev.assay.train.Params;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A net of two hidden layers of 40 rectified units, with weights of its own for each task of a batch: a layer of all tasks is one
 * batched product.
 *
 * <p>Its gradient is written out as operations on the same weights. No engine here gives second derivatives, but an outer gradient
 * goes through these operations like through any others, so that the gradient of a loss after a step of descent is exact.
 */
final class TaskNet {
    /** The units of each hidden layer. */
    static final int HIDDEN = 40;

    private static final int LAYERS = 3;

    private TaskNet() {}

    /**
     * Initial weights and biases, normal with a variance of 1 / (3 · inputs), with an axis of one task in front. With biases of 0 all units of the
     * first layer would bend at 0; with larger weights a step of rate .01 on sinusoids overshoots.
     */
    static Params start(Trial trial, String name, int inputs, int outputs) {
        int[] widths = {inputs, HIDDEN, HIDDEN, outputs};
        var weights = Params.of(trial, name);
        for (int layer = 0; layer < LAYERS; layer++) {
            double deviation = Math.sqrt(1.0 / (3 * widths[layer]));
            weights.normal(weight(layer), deviation, 1, widths[layer], widths[layer + 1])
                    .normal(bias(layer), deviation, 1, 1, widths[layer + 1]);
        }
        return weights.build();
    }

    /**
     * The outputs of each task's net.
     *
     * @param weights (tasks, inputs, outputs) and biases (tasks, 1, outputs), or those of one task for all
     * @param x (tasks, examples, inputs)
     */
    static NDArray forward(Params weights, NDArray x) {
        NDArray h = x;
        for (int layer = 0; layer < LAYERS - 1; layer++) {
            h = Activation.relu(layer(weights, layer, h));
        }
        return layer(weights, LAYERS - 1, h);
    }

    private static NDArray layer(Params weights, int layer, NDArray h) {
        return h.matMul(weights.get(weight(layer))).add(weights.get(bias(layer)));
    }

    /**
     * The gradient of each task's own loss by its own weights, times a number: back-propagation, written as operations.
     *
     * @param times the number, a rate say; back-propagation is linear in its errors, so that it is multiplied in once
     */
    static Params gradient(Params weights, NDArray x, NDArray y, Objective objective, double times) {
        NDArray[] inputs = new NDArray[LAYERS];
        NDArray[] slopes = new NDArray[LAYERS];
        NDArray h = x;
        for (int layer = 0; layer < LAYERS - 1; layer++) {
            inputs[layer] = h;
            h = Activation.relu(layer(weights, layer, h));
            slopes[layer] = h.stopGradient().sign(); // 1 where the unit is on, else 0
        }
        inputs[LAYERS - 1] = h;
        NDArray error = objective.derivative(layer(weights, LAYERS - 1, h), y, times);
        Map<String, NDArray> gradient = new HashMap<>();
        for (int layer = LAYERS - 1; layer >= 0; layer--) {
            gradient.put(weight(layer), inputs[layer].transpose(0, 2, 1).matMul(error));
            gradient.put(bias(layer), error.sum(new int[] {1}, true));
            if (layer > 0) {
                error = error.matMul(weights.get(weight(layer)).transpose(0, 2, 1))
                        .mul(slopes[layer - 1]);
            }
        }
        return weights.map((name, weight) -> Objects.requireNonNull(gradient.get(name)));
    }

    /** The name of a layer's weights. */
    static String weight(int layer) {
        return "w" + (layer + 1);
    }

    /** The name of a layer's biases. */
    static String bias(int layer) {
        return "b" + (layer + 1);
    }
}
