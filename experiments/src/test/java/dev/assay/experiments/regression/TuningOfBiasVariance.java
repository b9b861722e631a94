package dev.assay.experiments.regression;

import dev.assay.Effort;
import dev.assay.engine.EngineName;
import dev.assay.experiments.tuning.RateGrid;

/** Prints the grid from which the ridge of {@link BiasVariance} was chosen; run by hand. */
final class TuningOfBiasVariance {
    private static final double[] RIDGES = {0.001, 0.01, 0.03, 0.1, 0.3, 1, 3, 10};

    private TuningOfBiasVariance() {}

    public static void main(String[] args) {
        RateGrid.print(
                "bias-variance-tuning",
                "ridge on degree 10",
                RIDGES,
                5,
                EngineName.MXNET,
                Effort.FULL,
                (trial, ridge) -> -BiasVariance.Companion.polynomial(trial, 10, ridge)
                        .getParts()
                        .getMse());
    }
}
