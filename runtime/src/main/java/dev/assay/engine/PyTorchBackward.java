package dev.assay.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/** PyTorch's backward pass from any array, which DJL's gradient collector begins at numbers only; loaded with PyTorch alone. */
final class PyTorchBackward {
    private PyTorchBackward() {}

    /** Adds to the gradients of what the output depends on, given the gradient at the output. */
    static void from(NDArray output, NDArray gradient) {
        JniUtils.backward((PtNDArray) output, (PtNDArray) gradient, false, false);
    }
}
