package dev.assay.experiments.flows;

/** log(1 + eˣ), a smooth way to make any number positive. */
final class Softplus {
    private Softplus() {}

    static double of(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
