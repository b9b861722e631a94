package dev.assay.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.assay.engine.Gradients.Slope;

/**
 * Cross-entropy in nats of softmax(z) and a distribution y. Its gradient at z is (Σ y) · softmax(z) − y, which takes an engine a
 * third of the time that differentiating the formula step by step does.
 */
final class CrossEntropy implements Loss {
    @Override
    public NDArray perExample(NDArray prediction, NDArray target) {
        NDArray distribution = distribution(prediction, target);
        int last = last(prediction);
        return PerExample.averaged(prediction
                .logSoftmax(last)
                .mul(distribution)
                .sum(new int[] {last})
                .neg());
    }

    /** The mean over the examples, and its gradient at the prediction. */
    Slope mean(NDArray prediction, NDArray target) {
        NDArray distribution = distribution(prediction, target);
        int last = last(prediction);
        double share = (double) prediction.getShape().getLastDimension()
                / prediction.getShape().size();
        NDArray logSoftmax = prediction.logSoftmax(last);
        double value = -share * logSoftmax.mul(distribution).sum().toFloatArray()[0];
        NDArray gradient = logSoftmax
                .exp()
                .muli(distribution.sum(new int[] {last}, true))
                .subi(distribution)
                .muli(share);
        return new Slope(value, gradient);
    }

    private static int last(NDArray prediction) {
        return prediction.getShape().dimension() - 1;
    }

    private static NDArray distribution(NDArray prediction, NDArray target) {
        Shape shape = prediction.getShape();
        NDArray distribution = target.getShape().equals(shape.slice(0, shape.dimension() - 1))
                ? target.toType(DataType.INT32, false).oneHot(Math.toIntExact(shape.getLastDimension()))
                : target;
        PerExample.requireSameShape("cross-entropy", prediction, distribution);
        return distribution;
    }
}
