package dev.assay.experiments.pruning;

import ai.djl.ndarray.NDArray;
import dev.assay.train.Params;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The weights of a net at one moment, as plain numbers; immutable. */
final class Snapshot {
    private final Map<String, float[]> values;

    private Snapshot(Map<String, float[]> values) {
        this.values = values;
    }

    static Snapshot of(Params weights) {
        Map<String, float[]> values = new LinkedHashMap<>();
        for (String name : weights.names()) {
            values.put(name, weights.get(name).toFloatArray());
        }
        return new Snapshot(values);
    }

    Set<String> names() {
        return values.keySet();
    }

    /**
     * A copy of a weight's numbers, row after row.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    float[] get(String name) {
        float[] numbers = values.get(name);
        if (numbers == null) {
            throw new IllegalArgumentException("there is no weight '" + name + "' among " + values.keySet());
        }
        return numbers.clone();
    }

    /** The same with zeros where the mask keeps nothing. */
    Snapshot pruned(Mask mask) {
        Map<String, float[]> pruned = new LinkedHashMap<>(values);
        for (String name : mask.names()) {
            float[] numbers = get(name);
            for (int i = 0; i < numbers.length; i++) {
                if (!mask.keeps(name, i)) {
                    numbers[i] = 0;
                }
            }
            pruned.put(name, numbers);
        }
        return new Snapshot(pruned);
    }

    /** Overwrites a net's weights with these. */
    void into(Params weights) {
        values.forEach((name, numbers) -> weights.set(name, numbers));
    }

    /** The names of what a mask may prune: matrices; biases stay. */
    static Map<String, Integer> matrices(Params weights) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (String name : weights.names()) {
            NDArray weight = weights.get(name);
            if (weight.getShape().dimension() > 1) {
                sizes.put(name, Math.toIntExact(weight.size()));
            }
        }
        return sizes;
    }

    @Override
    public String toString() {
        return "Snapshot" + Arrays.asList(values.keySet().toArray());
    }
}
