package dev.assay.experiments.data;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** An array of unsigned bytes in the idx format of MNIST: type, rank and sizes as big-endian numbers, then the values. */
final class Idx {
    private static final int UNSIGNED_BYTES = 0x08;

    private final List<Integer> shape;
    private final byte[] values;

    private Idx(List<Integer> shape, byte[] values) {
        this.shape = shape;
        this.values = values;
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it holds no unsigned bytes, or not as many as its shape says
     */
    static Idx read(DataFile file) {
        ByteBuffer content = ByteBuffer.wrap(file.bytes());
        int magic = content.getInt();
        int rank = magic & 0xff;
        if (magic >>> 8 != UNSIGNED_BYTES) {
            throw new IllegalArgumentException(String.format(
                    "'%s' begins with 0x%08x; an idx file of unsigned bytes begins with 0x000008, then its rank",
                    file.name(), magic));
        }
        List<Integer> shape = new ArrayList<>();
        int size = 1;
        for (int axis = 0; axis < rank; axis++) {
            shape.add(content.getInt());
            size *= shape.get(axis);
        }
        if (content.remaining() != size) {
            throw new IllegalArgumentException("'" + file.name() + "' of shape " + shape + " holds "
                    + content.remaining() + " values, not " + size);
        }
        byte[] values = new byte[size];
        content.get(values);
        return new Idx(List.copyOf(shape), values);
    }

    /** The sizes of the axes, the outermost first. */
    List<Integer> shape() {
        return shape;
    }

    /** The values, the last axis running fastest; each byte is meant unsigned. The caller's own copy. */
    byte[] values() {
        return values.clone();
    }
}
