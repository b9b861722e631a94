package dev.assay.train;

import ai.djl.ndarray.NDArray;

/** How wrong each example's prediction is: one value an example, so that examples can be weighed, masked and compared. */
@FunctionalInterface
public interface Loss {
    /**
     * The loss of each example.
     *
     * @param prediction of shape (batch, …)
     * @param target what should have come out; its first axis is the batch too
     * @return an array of shape (batch)
     */
    NDArray perExample(NDArray prediction, NDArray target);

    /**
     * Cross-entropy in nats of softmax(prediction) over the last axis. The target is a distribution of the prediction's shape, or
     * class indices of that shape without the last axis. Further axes, as of a sequence, are averaged.
     */
    static Loss crossEntropy() {
        return new CrossEntropy();
    }

    /** The squared difference, averaged over an example's outputs. */
    static Loss squaredError() {
        return (prediction, target) -> {
            PerExample.requireSameShape("squared error", prediction, target);
            return PerExample.averaged(prediction.sub(target).square());
        };
    }

    /** Cross-entropy in nats of sigmoid(prediction) and a target from 0 to 1, averaged over an example's outputs. */
    static Loss binaryCrossEntropy() {
        return (prediction, target) -> {
            PerExample.requireSameShape("binary cross-entropy", prediction, target);
            NDArray softplus = prediction.abs().neg().exp().add(1).log(); // of −|z|, so that exp cannot overflow
            return PerExample.averaged(
                    prediction.maximum(0).sub(prediction.mul(target)).add(softplus));
        };
    }
}
