package dev.assay.record;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * An immutable list of numbers that keeps no object for each: a large suite's ledger has millions of them, and must fit into
 * the memory of a small machine.
 */
final class Numbers extends AbstractList<Double> implements RandomAccess {
    private final double[] values;

    private Numbers(double[] values) {
        this.values = values;
    }

    static List<Double> copyOf(List<Double> list) {
        return list instanceof Numbers
                ? list
                : new Numbers(list.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Override
    public Double get(int index) {
        return values[index];
    }

    @Override
    public int size() {
        return values.length;
    }
}
