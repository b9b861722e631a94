package dev.assay.experiments.adversarial;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.core.Linear;
import dev.assay.Trial;
import dev.assay.train.Params;

/**
 * d(x) = w₃·φ(W₂ φ(W₁x + b₁) + b₂) + b₃ with the leaky ReLU φ. Such a net is linear on each piece of its input space, so that its
 * input gradient can be written as a forward pass of its own, which one backward pass then differentiates.
 *
 * @param params {@code w1} (units, d), {@code w2} (units, units), {@code w3} (1, units) and their biases
 */
public record Critic(Params params) {
    private static final float SLOPE = 0.2f;

    /** With biases of 0 all kinks of the first layer would pass through the origin, and the net could tell directions only. */
    private static final double BIAS_DEVIATION = 1.5;

    /** A critic with fresh weights, whose kinks lie all over the data: for points whose coordinates are about 1 to 2 in size. */
    public static Critic of(Trial trial, int units, int dimensions) {
        return new Critic(Params.of(trial, "critic")
                .he("w1", units, dimensions)
                .normal("b1", BIAS_DEVIATION, units)
                .he("w2", units, units)
                .normal("b2", BIAS_DEVIATION, units)
                .he("w3", 1, units)
                .zeros("b3", 1)
                .build());
    }

    /** The scores d(x), (batch, 1). */
    public NDArray score(NDArray x) {
        return linear(features(x), 3);
    }

    /** The values of the last hidden layer, (batch, units). */
    public NDArray features(NDArray x) {
        return leaky(second(first(x)));
    }

    /** ∂d/∂x, (batch, d): W₁ᵀ (φ′ ⊙ W₂ᵀ (φ′ ⊙ w₃)), where the slopes φ′ are constants almost everywhere. */
    public NDArray inputGradient(NDArray x) {
        NDArray first = first(x);
        NDArray back = slope(second(first)).mul(params.get("w3"));
        return back.matMul(params.get("w2")).mul(slope(first)).matMul(params.get("w1"));
    }

    private NDArray first(NDArray x) {
        return linear(x, 1);
    }

    private NDArray second(NDArray first) {
        return linear(leaky(first), 2);
    }

    private NDArray linear(NDArray x, int layer) {
        return Linear.linear(x, params.get("w" + layer), params.get("b" + layer))
                .singletonOrThrow();
    }

    private static NDArray leaky(NDArray z) {
        return z.getNDArrayInternal().leakyRelu(SLOPE);
    }

    private static NDArray slope(NDArray z) {
        return z.gt(0).toType(z.getDataType(), false).mul(1 - SLOPE).add(SLOPE);
    }
}
