package dev.assay.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

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
        return (prediction, target) -> {
            Shape shape = prediction.getShape();
            NDArray distribution = target;
            if (target.getShape().equals(shape.slice(0, shape.dimension() - 1))) {
                distribution = target.toType(DataType.INT32, false).oneHot(Math.toIntExact(shape.getLastDimension()));
            }
            requireSameShape("cross-entropy", prediction, distribution);
            int last = shape.dimension() - 1;
            return averaged(prediction
                    .logSoftmax(last)
                    .mul(distribution)
                    .sum(new int[] {last})
                    .neg());
        };
    }

    /** The squared difference, averaged over an example's outputs. */
    static Loss squaredError() {
        return (prediction, target) -> {
            requireSameShape("squared error", prediction, target);
            return averaged(prediction.sub(target).square());
        };
    }

    /** Cross-entropy in nats of sigmoid(prediction) and a target from 0 to 1, averaged over an example's outputs. */
    static Loss binaryCrossEntropy() {
        return (prediction, target) -> {
            requireSameShape("binary cross-entropy", prediction, target);
            NDArray softplus = prediction.abs().neg().exp().add(1).log(); // of −|z|, so that exp cannot overflow
            return averaged(prediction.maximum(0).sub(prediction.mul(target)).add(softplus));
        };
    }

    private static void requireSameShape(String loss, NDArray prediction, NDArray target) {
        if (!prediction.getShape().equals(target.getShape())) {
            throw new IllegalArgumentException("the " + loss + " of predictions " + prediction.getShape()
                    + " needs targets of the same shape, not " + target.getShape());
        }
    }

    private static NDArray averaged(NDArray values) {
        int axes = values.getShape().dimension();
        if (axes <= 1) {
            return values;
        }
        NDArray rows = axes == 2 ? values : values.reshape(values.getShape().get(0), -1);
        return rows.mean(new int[] {1});
    }
}
