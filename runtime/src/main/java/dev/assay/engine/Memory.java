package dev.assay.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Where the numbers of arrays lie: windows through which Java sees and changes them, and copies that stay in place. */
public final class Memory {
    private Memory() {}

    /** Whether this manager's engine lets Java see an array's numbers where they lie. */
    public static boolean isOpen(NDManager manager) {
        return Gradients.isPyTorch(manager.getEngine());
    }

    /**
     * A window on an array's numbers, row after row: what is written to it is in the array. It is not valid beyond the array, or
     * a {@code set} of the array, which on PyTorch gives it other memory.
     *
     * @param array of floats, of an engine whose memory {@link #isOpen}
     * @throws IllegalStateException if the numbers do not lie one after another, as in a transposed array
     */
    public static FloatBuffer window(NDArray array) {
        ByteBuffer bytes = array.toByteBuffer(true);
        if (!bytes.isDirect()) {
            throw new IllegalStateException("the numbers of the array of shape " + array.getShape()
                    + " do not lie one after another in memory; duplicate() it first");
        }
        return bytes.order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    /**
     * Overwrites an array's numbers where they lie. DJL's own {@code copyTo} and {@code set} give an array of PyTorch other memory
     * instead, and what shares it keeps the old.
     *
     * @throws IllegalArgumentException if the shapes differ
     */
    public static void copy(NDArray from, NDArray to) {
        if (!from.getShape().equals(to.getShape())) {
            throw new IllegalArgumentException(
                    "an array of shape " + from.getShape() + " does not fit into one of shape " + to.getShape());
        }
        if (isOpen(to.getManager()) && to.getShape().dimension() > 0) {
            to.set(new NDIndex().addSliceDim(0, to.getShape().get(0)), from);
        } else {
            from.copyTo(to);
        }
    }

    /** An array of zeros that belongs to no scope. */
    public static NDArray zeros(NDManager manager, Shape shape) {
        NDArray zeros = manager.zeros(shape, DataType.FLOAT32);
        ArrayScope.keep(zeros);
        return zeros;
    }
}
