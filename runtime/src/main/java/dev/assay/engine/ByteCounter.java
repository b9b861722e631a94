package dev.assay.engine;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;

/** Counts the bytes that live arrays hold, and remembers the peak. */
public final class ByteCounter {
    private final List<Counted> live = new ArrayList<>();
    private long bytes;
    private long peak;

    private record Counted(NDArray array, long bytes) {}

    /** The largest number of bytes that arrays held at once. */
    public long peak() {
        return peak;
    }

    void add(NDArray array) {
        long size = array.getShape().size() * array.getDataType().getNumOfBytes();
        live.add(new Counted(array, size));
        bytes += size;
        if (bytes > peak) { // arrays freed since are found only when they matter
            live.removeIf(counted -> {
                if (isFreed(counted.array())) {
                    bytes -= counted.bytes();
                    return true;
                }
                return false;
            });
            peak = Math.max(peak, bytes);
        }
    }

    private static boolean isFreed(NDArray array) {
        return array instanceof ai.djl.util.NativeResource<?> resource && resource.isReleased();
    }
}
