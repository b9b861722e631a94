package dev.assay.trial;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What the trials of one seed computed for each other, by factor levels and name. */
final class SharedValues implements AutoCloseable {
    private final Map<Key, Object> values = new HashMap<>();
    private final Deque<AutoCloseable> closing = new ArrayDeque<>();

    /**
     * Which value is meant.
     *
     * @param levels the factor levels, without a family's own
     * @param name the value's name
     */
    record Key(Map<String, String> levels, String name) {}

    @SuppressWarnings("unchecked") // a name stands for one call in the author's code, so for one type
    <T> T get(Key key, Supplier<T> supplier) {
        Object value = values.get(key);
        if (value == null) {
            value = supplier.get();
            values.put(key, value);
            if (value instanceof AutoCloseable closeable) {
                closeWithSeed(closeable);
            }
        }
        return (T) value;
    }

    /** Closes something when the seed is done, before what was named earlier. */
    void closeWithSeed(AutoCloseable closeable) {
        closing.push(closeable);
    }

    @Override
    public void close() {
        values.clear();
        while (!closing.isEmpty()) {
            AutoCloseable last = closing.pop();
            try {
                last.close();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while closing shared " + last, interrupted);
            } catch (Exception failed) {
                throw new IllegalStateException("shared " + last + " cannot be closed", failed);
            }
        }
    }
}
