package dev.assay.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.assay.engine.Memory;
import java.util.List;

/** What an optimizer remembers of arrays of weights, and its step, which is one fused operation of the engine an array. */
final class Moments {
    private static final float NO_CLIP = -1;

    private final Optimizer optimizer;
    private final List<NDArray> first;
    private final List<NDArray> second;
    private int steps;

    Moments(NDManager manager, Optimizer optimizer, List<NDArray> arrays) {
        this.optimizer = optimizer;
        boolean adam = optimizer.rule() instanceof Optimizer.Adam;
        boolean momentum = optimizer.rule() instanceof Optimizer.Sgd sgd && sgd.momentum() > 0;
        first = adam || momentum ? zerosLike(manager, arrays) : List.of();
        second = adam ? zerosLike(manager, arrays) : List.of();
    }

    private static List<NDArray> zerosLike(NDManager manager, List<NDArray> arrays) {
        return arrays.stream()
                .map(array -> Memory.zeros(manager, array.getShape()))
                .toList();
    }

    /**
     * Changes the weights in place by one step.
     *
     * @param weights each weight
     * @param arrays the arrays that hold them: the weights themselves, or what they are windows on
     * @param gradients the gradient of each array
     */
    void step(List<NDArray> weights, List<NDArray> arrays, List<NDArray> gradients, double progress) {
        steps++;
        double rate = optimizer.rate() * optimizer.schedule().factor(progress);
        float scale = clipping(gradients);
        if (optimizer.decay() > 0) {
            weights.stream()
                    .filter(weight -> weight.getShape().dimension() > 1)
                    .forEach(weight -> weight.muli((float) (1 - rate * optimizer.decay())));
        }
        for (int i = 0; i < arrays.size(); i++) {
            if (optimizer.rule() instanceof Optimizer.Adam adam) {
                adam(adam, arrays.get(i), gradients.get(i), i, rate, scale);
            } else if (optimizer.rule() instanceof Optimizer.Sgd sgd) {
                sgd(sgd, arrays.get(i), gradients.get(i), i, rate, scale);
            }
        }
    }

    /**
     * The engines compute weight − rate · m / (√v + ε) from uncorrected moments. With √(1 − β₂ᵗ) taken out of the root, into
     * the rate and into ε, that is the paper's rate · m̂ / (√v̂ + ε) to the letter.
     */
    private void adam(Optimizer.Adam adam, NDArray weight, NDArray gradient, int i, double rate, float scale) {
        double root = Math.sqrt(1 - Math.pow(adam.beta2(), steps));
        double corrected = rate * root / (1 - Math.pow(adam.beta1(), steps));
        weight.getNDArrayInternal()
                .adamUpdate(
                        new NDList(weight, gradient, first.get(i), second.get(i)),
                        new NDList(weight),
                        (float) rate,
                        (float) corrected,
                        0,
                        scale,
                        NO_CLIP,
                        (float) adam.beta1(),
                        (float) adam.beta2(),
                        (float) (Optimizer.Adam.EPSILON * root),
                        false,
                        false);
    }

    private void sgd(Optimizer.Sgd sgd, NDArray weight, NDArray gradient, int i, double rate, float scale) {
        NDList inputs = first.isEmpty() ? new NDList(weight, gradient) : new NDList(weight, gradient, first.get(i));
        weight.getNDArrayInternal()
                .sgdUpdate(inputs, new NDList(weight), (float) rate, 0, scale, NO_CLIP, (float) sgd.momentum(), false);
    }

    /** The factor that brings the gradient of all weights together down to the largest norm allowed. */
    private float clipping(List<NDArray> gradients) {
        if (Double.isInfinite(optimizer.clip())) {
            return 1;
        }
        double squares = 0;
        for (NDArray gradient : gradients) {
            squares += gradient.square().sum().getFloat();
        }
        double norm = Math.sqrt(squares);
        return norm > optimizer.clip() ? (float) (optimizer.clip() / norm) : 1;
    }

    void free() {
        first.forEach(NDArray::close);
        second.forEach(NDArray::close);
    }
}
