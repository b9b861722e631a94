package dev.assay.experiments.metalearning;

import ai.djl.ndarray.NDArray;

/** What a task is to make small, a mean over its examples, with its derivative written out so that it can be differentiated again. */
enum Objective {
    /** The squared difference, averaged over outputs. */
    SQUARED_ERROR {
        @Override
        NDArray loss(NDArray outputs, NDArray targets) {
            return outputs.sub(targets).square().mean();
        }

        @Override
        NDArray derivative(NDArray outputs, NDArray targets, double times) {
            long numbers = outputs.getShape().get(1) * outputs.getShape().get(2);
            return outputs.sub(targets).mul(2 * times / numbers);
        }
    },

    /** Cross-entropy in nats of softmax(outputs) and a one-hot target. */
    CROSS_ENTROPY {
        @Override
        NDArray loss(NDArray outputs, NDArray targets) {
            return outputs.logSoftmax(2).mul(targets).sum(new int[] {2}).mean().neg();
        }

        @Override
        NDArray derivative(NDArray outputs, NDArray targets, double times) {
            return outputs.softmax(2)
                    .sub(targets)
                    .mul(times / outputs.getShape().get(1));
        }
    };

    /** The mean over tasks of their losses, as an array of one number; arguments are (tasks, examples, outputs). */
    abstract NDArray loss(NDArray outputs, NDArray targets);

    /** The derivative of each task's own loss by its outputs, times a number, of the outputs' shape. */
    abstract NDArray derivative(NDArray outputs, NDArray targets, double times);
}
