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

        /** The same after each gradient went into one of DJL's fused updates, which have cleared it on PyTorch. */
        public void releaseUpdated() {
            if (!gradients.isEmpty() && isPyTorch(gradients.get(0).getManager().getEngine())) {
                gradients.forEach(NDArray::close);
            } else {
                release();
            }
        }
    }

    static boolean isPyTorch(Engine engine) {
        return EngineName.PYTORCH.djlName().equals(engine.getEngineName());
    }

    private static GradientCollector collector(Engine engine) {
        try {
            return engine.newGradientCollector();
        } catch (IllegalStateException open) {
            throw new IllegalStateException(
                    "a loss asks for another gradient while its own is being recorded, and backward passes do not nest;"
                            + " compute that gradient before, or write it out as operations",
                    open);
        }
    }

    /**
     * Computes a number and differentiates it.
     *
     * @param number gives an array of one number
     * @throws IllegalArgumentException if the array holds more than one number
     * @throws IllegalStateException if computing the number asks for a gradient in turn
     */
    public static Backward of(NDManager manager, Collection<NDArray> arrays, Supplier<NDArray> number) {
        Engine engine = manager.getEngine();
        for (NDArray array : arrays) {
            array.setRequiresGradient(true);
        }
        try {
            double value;
            try (GradientCollector collector = collector(engine)) {
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
            if (isPyTorch(engine)) {
                // so that another learner's backward pass does not add to it; MXNet would allocate anew at the next
                // step
                for (NDArray array : arrays) {
                    array.setRequiresGradient(false);
                }
            }
        }
    }
}
