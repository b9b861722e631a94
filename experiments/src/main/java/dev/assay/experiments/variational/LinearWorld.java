package dev.assay.experiments.variational;

import dev.assay.Trial;

/**
 * A random linear-Gaussian model with rows that it made. The arrays are not copied.
 *
 * @param model how the rows came about
 * @param train rows to learn from
 * @param heldOut rows to judge by
 */
public record LinearWorld(LinearGaussian model, double[][] train, double[][] heldOut) {
    /** The world of a trial's seed. */
    public static LinearWorld draw(Trial t, int observed, int latent, int train, int heldOut) {
        LinearGaussian model = LinearGaussian.random(observed, latent, t.random("model"));
        return new LinearWorld(model, model.draw(train, t.random("train")), model.draw(heldOut, t.random("held out")));
    }
}
