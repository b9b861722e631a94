package dev.assay.engine;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * The gradient of one number with respect to chosen arrays, the same on engines that add to the gradient of the time before
 * (PyTorch) and those that overwrite it, or leave it when the number does not depend on the array (MXNet).
 */
public final class Gradients {
    private Gradients() {}

    /**
     * What a backward pass gave.
     *
     * @param value the number
     * @param gradients the engine's own gradient arrays in the order of the arrays asked for; {@link #release} them
     */
    public record Backward(double value, List<NDArray> gradients) {
        /** Frees the handles and clears the gradients, so that the next backward pass starts from 0. */
        public void release() {
            for (NDArray gradient : gradients) {
                gradient.subi(gradient);
                gradient.close();
            }
        }
    }

    /**
     * Computes a number and differentiates it.
     *
     * @param number gives an array of one number
     * @throws IllegalArgumentException if the array holds more than one number
     */
    public static Backward of(NDManager manager, Collection<NDArray> arrays, Supplier<NDArray> number) {
        Engine engine = manager.getEngine();
        for (NDArray array : arrays) {
            array.setRequiresGradient(true);
        }
        try {
            double value;
            try (GradientCollector collector = engine.newGradientCollector()) {
                NDArray result = number.get();
                if (result.getShape().size() != 1) {
                    throw new IllegalArgumentException("a loss is one number, not an array of shape "
                            + result.getShape() + "; take its mean or sum");
                }
                collector.backward(result);
                value = result.toFloatArray()[0];
            }
            List<NDArray> gradients = new ArrayList<>(arrays.size());
            for (NDArray array : arrays) {
                gradients.add(array.getGradient());
            }
            return new Backward(value, gradients);
        } finally {
            if (EngineName.PYTORCH.djlName().equals(engine.getEngineName())) {
                // so that another learner's backward pass does not add to it; MXNet would allocate anew at the next
                // step
                for (NDArray array : arrays) {
                    array.setRequiresGradient(false);
                }
            }
        }
    }
}
