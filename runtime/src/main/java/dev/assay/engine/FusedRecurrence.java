package dev.assay.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.function.Function;

/**
 * The engines' own recurrent layers: a whole sequence in one operation, many times as fast as one of elementary operations.
 *
 * <p>Inputs are (batch, time, inputs), states start at 0, outputs are (batch, time, units). The weights are, in this order,
 * input-to-hidden (gates · units, inputs), hidden-to-hidden (gates · units, units), and a bias of (gates · units) of each.
 */
public final class FusedRecurrence {
    private FusedRecurrence() {}

    /**
     * A gated recurrent unit: r, z = σ(Wx + b + Uh + c), n = tanh(Wx + b + r(Uh + c)), h ← (1 − z)n + zh; the weights hold r, z
     * and n below each other.
     *
     * @param training whether a gradient is probably being recorded; makes no difference to the numbers
     */
    public static NDArray gru(NDArray x, int units, NDList weights, boolean training) {
        NDArray start = start(x, units);
        return inEitherMode(
                training, mode -> x.getNDArrayInternal().gru(x, start, weights, true, 1, 0, mode, false, true));
    }

    /**
     * A long short-term memory: i, f, o = σ(Wx + b + Uh + c), g = tanh(…), c ← fc + ig, h ← o tanh c; the weights hold i, f, g and
     * o below each other.
     *
     * @param training whether a gradient is probably being recorded; makes no difference to the numbers
     */
    public static NDArray lstm(NDArray x, int units, NDList weights, boolean training) {
        NDList start = new NDList(start(x, units), start(x, units));
        return inEitherMode(
                training, mode -> x.getNDArrayInternal().lstm(x, start, weights, true, 1, 0, mode, false, true));
    }

    private static NDArray start(NDArray x, int units) {
        NDManager manager = x.getManager();
        return manager.zeros(new Shape(1, x.getShape().get(0), units));
    }

    /**
     * MXNet refuses a mode other than that in which a gradient is being recorded, or not, which nobody can ask it. Without dropout
     * both modes compute the same. A real mistake fails in both.
     */
    private static NDArray inEitherMode(boolean training, Function<Boolean, NDList> layer) {
        try {
            return layer.apply(training).head();
        } catch (IllegalArgumentException otherMode) {
            return layer.apply(!training).head();
        }
    }
}
