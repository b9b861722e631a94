package dev.assay.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.io.Serial;
import java.lang.reflect.Field;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Frees every array that its thread makes while it is the innermost open scope, whichever manager the array belongs to.
 *
 * <p>DJL's {@link NDScope} does that, but neither counts bytes nor lets arrays outlive it; its private map of arrays is
 * replaced here by one that can. Scopes close in the reverse order of opening.
 */
public final class ArrayScope implements AutoCloseable {
    private static final Field RESOURCES = resources();

    private final NDScope scope = new NDScope();
    private final Arrays arrays;

    private ArrayScope(@Nullable ByteCounter counter) {
        arrays = new Arrays(counter);
        exchange(arrays);
    }

    /** Opens a scope. */
    public static ArrayScope open() {
        return new ArrayScope(null);
    }

    /** Opens a scope whose arrays are counted. */
    public static ArrayScope open(ByteCounter counter) {
        return new ArrayScope(counter);
    }

    /** Lets an array outlive the innermost open scope. */
    public static void keep(NDArray array) {
        NDScope.unregister(array);
    }

    /** Closes the scope and hands over its arrays, to be freed later. */
    public Kept closeLater() {
        List<NDArray> kept = List.copyOf(arrays.keySet());
        arrays.clear();
        scope.close();
        return new Kept(kept);
    }

    /** Arrays that outlive the scope in which they were made, until they are freed together. */
    public static final class Kept implements AutoCloseable {
        private final List<NDArray> arrays;

        private Kept(List<NDArray> arrays) {
            this.arrays = arrays;
        }

        @Override
        public void close() {
            arrays.forEach(NDArray::close);
        }
    }

    @Override
    public void close() {
        scope.close();
    }

    private void exchange(IdentityHashMap<NDArray, NDArray> map) {
        try {
            RESOURCES.set(scope, map);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException("DJL's NDScope does not let its arrays be counted", closed);
        }
    }

    private static Field resources() {
        try {
            Field field = NDScope.class.getDeclaredField("resources");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException changed) {
            throw new IllegalStateException("this version of DJL keeps the arrays of an NDScope elsewhere", changed);
        }
    }

    /** The scope's arrays, of which a counter hears. */
    private static final class Arrays extends IdentityHashMap<NDArray, NDArray> {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient @Nullable ByteCounter counter;

        Arrays(@Nullable ByteCounter counter) {
            this.counter = counter;
        }

        @Override
        public @Nullable NDArray put(NDArray key, NDArray value) {
            if (counter != null) {
                counter.add(key);
            }
            return super.put(key, value);
        }

        @Override
        public void putAll(Map<? extends NDArray, ? extends NDArray> more) {
            more.forEach(this::put);
        }
    }
}
