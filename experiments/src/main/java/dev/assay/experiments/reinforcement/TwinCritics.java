package dev.assay.experiments.reinforcement;

import ai.djl.ndarray.NDArray;
import dev.assay.Trial;
import dev.assay.train.Params;

/**
 * Two nets of two hidden layers, side by side in the first axis of each weight, so that one pass gives both values. The
 * smaller of them is less prone to believe its own errors (Fujimoto, van Hoof and Meger 2018).
 *
 * @param weights {@code w1} (2, inputs, units), {@code w2} (2, units, units), {@code w3} (2, units, outputs) and their biases
 */
record TwinCritics(Params weights) {
    private static final int TWINS = 2;

    /** Critics with fresh weights. */
    static TwinCritics of(Trial trial, int inputs, int units, int outputs) {
        return new TwinCritics(Params.of(trial, "critics")
                .normal("w1", Math.sqrt(2.0 / inputs), TWINS, inputs, units)
                .zeros("b1", TWINS, 1, units)
                .normal("w2", Math.sqrt(2.0 / units), TWINS, units, units)
                .zeros("b2", TWINS, 1, units)
                .normal("w3", Math.sqrt(1.0 / units), TWINS, units, outputs)
                .zeros("b3", TWINS, 1, outputs)
                .build());
    }

    /** Critics of their own that say the same now. */
    TwinCritics copy() {
        return new TwinCritics(weights.copy());
    }

    /** The same critics, whose weights no gradient reaches. */
    TwinCritics constant() {
        return new TwinCritics(weights.map((name, weight) -> weight.stopGradient()));
    }

    /** Moves a share of the way towards the others. */
    void follow(TwinCritics others, float share) {
        weights.set(weights.zip(
                others.weights, (mine, theirs) -> mine.add(theirs.sub(mine).mul(share))));
    }

    /** Both values: (batch, inputs) to (2, batch, outputs). */
    NDArray both(NDArray x) {
        NDArray first = layer(x, 1).getNDArrayInternal().relu();
        NDArray second = layer(first, 2).getNDArrayInternal().relu();
        return layer(second, 3);
    }

    /** The smaller of both values: (2, batch, outputs) to (batch, outputs). */
    static NDArray smaller(NDArray both) {
        return both.min(new int[] {0});
    }

    private NDArray layer(NDArray x, int layer) {
        return x.matMul(weights.get("w" + layer)).add(weights.get("b" + layer));
    }
}
