package dev.assay.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.assay.engine.Memory;
import java.util.List;

/** What an optimizer remembers of each weight, and its step. */
interface Moments {
    /** Moments of 0 for these weights: in plain memory where the engine's is open to Java, else in its own. */
    static Moments of(NDManager manager, Optimizer optimizer, List<NDArray> weights) {
        return Memory.isOpen(manager)
                ? new PlainMoments(optimizer, weights)
                : new EngineMoments(manager, optimizer, weights);
    }

    /**
     * Changes the weights in place by one step, and sets their gradients to 0.
     *
     * @param progress how much of the training is done, from 0 to 1, for the schedule
     */
    void step(List<NDArray> weights, List<NDArray> gradients, double progress);

    /** Frees what is the engine's before the trial ends. */
    void free();
}
