package dev.assay.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;

/** Where the numbers of arrays lie: copies that stay in place, and arrays that are parts of a longer one. */
public final class Memory {
    private Memory() {}

    /** Whether this manager's engine lets arrays share memory: a part of an array is then a window on it, not a copy. */
    public static boolean isShared(NDManager manager) {
        return Gradients.isPyTorch(manager.getEngine());
    }

    /**
     * Windows on an array without gaps: what is written to one is written to the other.
     *
     * @param whole an array with one axis, of an engine whose memory {@link #isShared}
     * @param shapes the windows' shapes, one after another; their sizes add up to the whole
     */
    public static List<NDArray> windows(NDArray whole, List<Shape> shapes) {
        List<NDArray> windows = new ArrayList<>(shapes.size());
        long from = 0;
        for (Shape shape : shapes) {
            NDArray part = whole.get(new NDIndex().addSliceDim(from, from + shape.size()));
            NDArray window = part.reshape(shape);
            part.close();
            windows.add(window);
            from += shape.size();
        }
        if (from != whole.size()) {
            throw new IllegalArgumentException(
                    "windows of " + from + " numbers do not cover an array of " + whole.size());
        }
        return windows;
    }

    /**
     * Overwrites an array's numbers where they lie. DJL's own {@code copyTo} and {@code set} give an array of PyTorch other memory
     * instead, and its windows keep the old.
     *
     * @throws IllegalArgumentException if the shapes differ
     */
    public static void copy(NDArray from, NDArray to) {
        if (!from.getShape().equals(to.getShape())) {
            throw new IllegalArgumentException(
                    "an array of shape " + from.getShape() + " does not fit into one of shape " + to.getShape());
        }
        if (isShared(to.getManager()) && to.getShape().dimension() > 0) {
            to.set(new NDIndex().addSliceDim(0, to.getShape().get(0)), from);
        } else {
            from.copyTo(to);
        }
    }

    /** All numbers of these arrays, one array after another. */
    public static NDArray concatenated(List<NDArray> arrays) {
        try (NDList flat = new NDList(arrays.size())) {
            for (NDArray array : arrays) {
                flat.add(array.reshape(-1));
            }
            return flat.size() == 1 ? flat.get(0).duplicate() : NDArrays.concat(flat, 0);
        }
    }

    /** An array of zeros that belongs to no scope. */
    public static NDArray zeros(NDManager manager, Shape shape) {
        NDArray zeros = manager.zeros(shape, DataType.FLOAT32);
        ArrayScope.keep(zeros);
        return zeros;
    }
}
