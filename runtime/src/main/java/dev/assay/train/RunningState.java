package dev.assay.train;

import ai.djl.ndarray.NDArray;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/**
 * An array that forward passes in training move, and that changes only when a learner has moved the weights it belongs to.
 *
 * <p>Between the two the new values wait in plain memory: an engine refuses to write to an array while it records a graph, and
 * a probe of the gradient must leave no trace.
 */
final class RunningState {
    private final NDArray array;
    private float @Nullable [] next;

    RunningState(NDArray array) {
        this.array = array;
    }

    NDArray array() {
        return array;
    }

    /** Moves the values that wait by this share towards a batch's. */
    void move(double share, float[] batch) {
        float[] moved = next == null ? array.toFloatArray() : next;
        for (int i = 0; i < moved.length; i++) {
            moved[i] += (float) (share * (batch[i] - moved[i]));
        }
        next = moved;
    }

    /** Writes what waits into the array. */
    void commit() {
        if (next != null) {
            array.set(FloatBuffer.wrap(next));
            next = null;
        }
    }

    /** Forgets what waits. */
    void discard() {
        next = null;
    }
}
