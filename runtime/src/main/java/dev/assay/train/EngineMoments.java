package dev.assay.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.assay.engine.Memory;
import java.util.List;

/** Moments in arrays of the engine; a step is one of its fused operations a weight. */
final class EngineMoments implements Moments {
    private static final float NO_CLIP = -1;

    private final Optimizer optimizer;
    private final List<NDArray> first;
    private final List<NDArray> second;
    private int steps;

    EngineMoments(NDManager manager, Optimizer optimizer, List<NDArray> weights) {
        this.optimizer = optimizer;
        first = optimizer.hasFirstMoment() ? zerosLike(manager, weights) : List.of();
        second = optimizer.hasSecondMoment() ? zerosLike(manager, weights) : List.of();
    }

    private static List<NDArray> zerosLike(NDManager manager, List<NDArray> arrays) {
        return arrays.stream()
                .map(array -> Memory.zeros(manager, array.getShape()))
                .toList();
    }

    @Override
    public void step(List<NDArray> weights, List<NDArray> gradients, double progress) {
        steps++;
        double rate = optimizer.rateAt(progress);
        float scale = optimizer.clipping(() -> squares(gradients));
        for (int i = 0; i < weights.size(); i++) {
            NDArray weight = weights.get(i);
            NDArray gradient = gradients.get(i);
            if (optimizer.decays(weight)) {
                weight.muli((float) (1 - rate * optimizer.decay()));
            }
            if (optimizer.rule() instanceof Optimizer.Adam adam) {
                adam(adam, weight, gradient, i, rate, scale);
            } else if (optimizer.rule() instanceof Optimizer.Sgd sgd) {
                sgd(sgd, weight, gradient, i, rate, scale);
            }
            gradient.subi(gradient);
        }
    }

    /** DJL computes weight − rate · m / (√v + ε) from uncorrected moments. */
    private void adam(Optimizer.Adam adam, NDArray weight, NDArray gradient, int i, double rate, float scale) {
        weight.getNDArrayInternal()
                .adamUpdate(
                        new NDList(weight, gradient, first.get(i), second.get(i)),
                        new NDList(weight),
                        (float) rate,
                        (float) adam.corrected(rate, steps),
                        0,
                        scale,
                        NO_CLIP,
                        (float) adam.beta1(),
                        (float) adam.beta2(),
                        (float) adam.corrected(steps),
                        false,
                        false);
    }

    private void sgd(Optimizer.Sgd sgd, NDArray weight, NDArray gradient, int i, double rate, float scale) {
        NDList inputs = first.isEmpty() ? new NDList(weight, gradient) : new NDList(weight, gradient, first.get(i));
        weight.getNDArrayInternal()
                .sgdUpdate(inputs, new NDList(weight), (float) rate, 0, scale, NO_CLIP, (float) sgd.momentum(), false);
    }

    private static double squares(List<NDArray> gradients) {
        double squares = 0;
        for (NDArray gradient : gradients) {
            squares += gradient.square().sum().getFloat();
        }
        return squares;
    }

    @Override
    public void free() {
        first.forEach(NDArray::close);
        second.forEach(NDArray::close);
    }
}
