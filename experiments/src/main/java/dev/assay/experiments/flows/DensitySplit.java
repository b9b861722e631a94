package dev.assay.experiments.flows;

import dev.assay.Trial;
import dev.assay.experiments.data.Dequantisation;
import dev.assay.experiments.data.Table;

/**
 * Rows to learn a density from, to choose by and to judge on.
 *
 * @param noise spreads rows that were rounded
 */
public record DensitySplit(Table train, Table validation, Table test, Dequantisation noise) {
    /** Training rows, spread. */
    public double[][] trainRows(Trial t) {
        return noise.apply(train.x(), t.random("train noise", 0));
    }

    /** Validation rows, spread. */
    public double[][] validationRows(Trial t) {
        return noise.apply(validation.x(), t.random("validation noise", 0));
    }

    /** Test rows, spread. */
    public double[][] testRows(Trial t) {
        return noise.apply(test.x(), t.random("test noise", 0));
    }

    /** What brings each column of the training rows to mean 0 and standard deviation 1. */
    public Bijection standardise() {
        return Whitening.standardising(train.x());
    }
}
