package dev.assay.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * PyTorch's own normalisations: one operation, and one on the way back, instead of about ten. MXNet's throw when the mode differs
 * from the gradient collector's, so there they are written out.
 */
public final class FusedNormalisation {
    private FusedNormalisation() {}

    /** Whether this manager's engine has them. */
    public static boolean isOffered(NDManager manager) {
        return Gradients.isPyTorch(manager.getEngine());
    }

    /**
     * Each row brought to mean 0 and variance 1, then scaled and shifted.
     *
     * @param x of shape (rows, values)
     * @param scale of shape (values)
     * @param offset of shape (values)
     */
    public static NDArray rows(NDArray x, NDArray scale, NDArray offset, double epsilon) {
        return x.getNDArrayInternal()
                .layerNorm(x, scale.getShape(), scale, offset, (float) epsilon)
                .singletonOrThrow();
    }

    /**
     * Each channel brought to mean 0 and variance 1 over examples and places, then scaled and shifted.
     *
     * @param x of shape (examples, channels) or (examples, channels, places), of at least 2 values a channel
     * @param scale of shape (channels)
     * @param offset of shape (channels)
     */
    public static Channels channels(NDArray x, NDArray scale, NDArray offset, double epsilon) {
        NDManager manager = x.getManager();
        NDArray mean = manager.zeros(scale.getShape());
        NDArray variance = manager.zeros(scale.getShape());
        // a running average that forgets everything is the batch's own
        NDArray y = x.getNDArrayInternal()
                .batchNorm(x, mean, variance, scale, offset, 1, 0, (float) epsilon, true)
                .singletonOrThrow();
        return new Channels(y, mean.toFloatArray(), variance.toFloatArray());
    }

    /**
     * Each channel less its mean, divided by its standard deviation, then scaled and shifted.
     *
     * @param x of shape (examples, channels) or (examples, channels, places)
     * @param mean of shape (channels), as are all others
     * @param epsilon added to the variance
     */
    public static NDArray channels(
            NDArray x, NDArray mean, NDArray variance, NDArray scale, NDArray offset, double epsilon) {
        return x.getNDArrayInternal()
                .batchNorm(x, mean, variance, scale, offset, 1, 0, (float) epsilon, false)
                .singletonOrThrow();
    }

    /**
     * What came of it.
     *
     * @param y of the shape of x
     * @param means of each channel
     * @param variances of each channel, unbiased
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once
    public record Channels(NDArray y, float[] means, float[] variances) {}
}
