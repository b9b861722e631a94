package dev.assay.experiments.svm;

/**
 * What must be chosen before training.
 *
 * @param kernel the inner product
 * @param c the price C of a unit of slack, above 0; the larger, the fewer training errors and the narrower the margin
 */
public record Setting(Kernel kernel, double c) {
    public Setting {
        if (!(c > 0) || Double.isInfinite(c)) {
            throw new IllegalArgumentException("C is a number above 0, not " + c);
        }
    }
}
