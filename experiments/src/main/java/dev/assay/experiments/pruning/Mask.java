package dev.assay.experiments.pruning;

import dev.assay.RandomStream;
import dev.assay.train.Params;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Which numbers of each layer's matrix are kept; immutable. What is pruned once stays pruned. */
final class Mask {
    private final Map<String, Integer> sizes;
    private final Map<String, BitSet> kept;

    private Mask(Map<String, Integer> sizes, Map<String, BitSet> kept) {
        this.sizes = sizes;
        this.kept = kept;
    }

    /**
     * Keeps everything.
     *
     * @param sizes how many numbers each matrix has
     */
    static Mask full(Map<String, Integer> sizes) {
        Map<String, BitSet> kept = new LinkedHashMap<>();
        sizes.forEach((name, size) -> {
            BitSet all = new BitSet(size);
            all.set(0, size);
            kept.put(name, all);
        });
        return new Mask(new LinkedHashMap<>(sizes), kept);
    }

    /**
     * Keeps, of what is kept in each layer, the numbers that are largest in size; of equals, those that stand first.
     *
     * @param counts how many each layer keeps
     * @throws IllegalArgumentException if a layer has no so many left
     */
    Mask largest(Map<String, Integer> counts, Snapshot weights) {
        return choose(counts, (name, count) -> {
            float[] numbers = weights.get(name);
            return left(name)
                    .boxed()
                    .sorted((i, j) -> Float.compare(Math.abs(numbers[j]), Math.abs(numbers[i])))
                    .limit(count)
                    .mapToInt(Integer::intValue);
        });
    }

    /**
     * Keeps, of what is kept in each layer, numbers drawn at random.
     *
     * @param counts how many each layer keeps
     * @throws IllegalArgumentException if a layer has no so many left
     */
    Mask random(Map<String, Integer> counts, RandomStream random) {
        return choose(counts, (name, count) -> {
            int[] left = left(name).toArray();
            return IntStream.of(random.choose(left.length, count)).map(i -> left[i]);
        });
    }

    private Mask choose(Map<String, Integer> counts, BiFunction<String, Integer, IntStream> chosen) {
        Map<String, BitSet> fewer = new LinkedHashMap<>();
        for (String name : names()) {
            int count = counts.getOrDefault(name, -1);
            if (count < 0 || count > remaining(name)) {
                throw new IllegalArgumentException("layer '" + name + "' has " + remaining(name)
                        + " numbers left and is to keep " + count + "; pruning keeps 0 to as many as there are");
            }
            BitSet bits = new BitSet(size(name));
            chosen.apply(name, count).forEach(bits::set);
            fewer.put(name, bits);
        }
        return new Mask(sizes, fewer);
    }

    private IntStream left(String name) {
        return layer(name).stream();
    }

    private BitSet layer(String name) {
        BitSet bits = kept.get(name);
        if (bits == null) {
            throw new IllegalArgumentException("the mask has no layer '" + name + "'; it has " + kept.keySet());
        }
        return bits;
    }

    /** The layers' names. */
    Set<String> names() {
        return kept.keySet();
    }

    boolean keeps(String name, int place) {
        return layer(name).get(place);
    }

    /** How many numbers of a layer are kept. */
    int remaining(String name) {
        return layer(name).cardinality();
    }

    /** How many numbers a layer has, kept or not. */
    int size(String name) {
        return sizes.getOrDefault(name, 0);
    }

    /** How many numbers of each layer are kept. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        names().forEach(name -> counts.put(name, remaining(name)));
        return counts;
    }

    /** How many are kept in all. */
    int remaining() {
        return names().stream().mapToInt(this::remaining).sum();
    }

    /** The share of all numbers that is pruned, from 0 to 1. */
    double sparsity() {
        int all = sizes.values().stream().mapToInt(Integer::intValue).sum();
        return 1 - (double) remaining() / all;
    }

    /** Ones where a weight is kept and zeros elsewhere, for weights of these names; those without a layer here are kept. */
    Params of(Params weights) {
        return weights.map((name, weight) -> {
            if (!kept.containsKey(name)) {
                return weight.onesLike();
            }
            float[] ones = new float[Math.toIntExact(weight.size())];
            left(name).forEach(i -> ones[i] = 1);
            return weight.getManager().create(ones, weight.getShape());
        });
    }

    /** The largest size of a weight that was pruned: 0 while the mask holds. */
    double leak(Snapshot weights) {
        double largest = 0;
        for (String name : names()) {
            float[] numbers = weights.get(name);
            for (int i = layer(name).nextClearBit(0);
                    i < numbers.length;
                    i = layer(name).nextClearBit(i + 1)) {
                largest = Math.max(largest, Math.abs(numbers[i]));
            }
        }
        return largest;
    }
}
