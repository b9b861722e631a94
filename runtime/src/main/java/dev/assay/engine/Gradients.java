package dev.assay.engine;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

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
        /** Clears the gradients, so that the next backward pass starts from 0, and frees the handles. */
        public void release() {
            gradients.forEach(gradient -> gradient.subi(gradient));
            close();
        }

        /** Frees the handles of gradients that are cleared already. */
        public void close() {
            gradients.forEach(NDArray::close);
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
     * A number that depends on an array, and how.
     *
     * @param value the number
     * @param gradient of the number with respect to the array, in the array's shape
     */
    public record Slope(double value, NDArray gradient) {}

    /** Whether a backward pass of this manager's engine can begin at an array whose gradient is known already. */
    public static boolean canBeginAnywhere(NDManager manager) {
        return isPyTorch(manager.getEngine());
    }

    /**
     * Differentiates a number whose gradient with respect to an output is known, through what computes the output; the engine
     * keeps no trace of how the number comes from the output.
     *
     * @param output depends on the arrays
     * @param slope the number and its gradient at the output, computed without being recorded
     * @throws IllegalStateException if computing the output asks for a gradient in turn
     */
    public static Backward of(
            NDManager manager, Collection<NDArray> arrays, Supplier<NDArray> output, Function<NDArray, Slope> slope) {
        return of(manager, arrays, collector -> {
            NDArray recorded = output.get();
            NDArray unrecorded = recorded.stopGradient();
            Slope known = slope.apply(unrecorded);
            PyTorchBackward.from(recorded, known.gradient());
            return known.value();
        });
    }

    /**
     * Computes a number and differentiates it.
     *
     * @param number gives an array of one number
     * @throws IllegalArgumentException if the array holds more than one number
     * @throws IllegalStateException if computing the number asks for a gradient in turn
     */
    public static Backward of(NDManager manager, Collection<NDArray> arrays, Supplier<NDArray> number) {
        return of(manager, arrays, collector -> {
            NDArray result = number.get();
            if (result.getShape().size() != 1) {
                throw new IllegalArgumentException(
                        "a loss is one number, not an array of shape " + result.getShape() + "; take its mean or sum");
            }
            collector.backward(result);
            return result.toFloatArray()[0];
        });
    }

    private static Backward of(
            NDManager manager, Collection<NDArray> arrays, ToDoubleFunction<GradientCollector> backward) {
        Engine engine = manager.getEngine();
        for (NDArray array : arrays) {
            array.setRequiresGradient(true);
        }
        try {
            double value;
            try (GradientCollector collector = collector(engine)) {
                value = backward.applyAsDouble(collector);
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
