package dev.assay.experiments.variational;

import dev.assay.Trial;

/** A random linear-Gaussian model with rows that it made, to learn from and to judge by. */
public final class LinearWorld {
    private final LinearGaussian model;
    private final double[][] train;
    private final double[][] heldOut;

    private LinearWorld(LinearGaussian model, double[][] train, double[][] heldOut) {
        this.model = model;
        this.train = train;
        this.heldOut = heldOut;
    }

    /** The world of a trial's seed. */
    public static LinearWorld draw(Trial t, int observed, int latent, int train, int heldOut) {
        LinearGaussian model = LinearGaussian.random(observed, latent, t.random("model"));
        return new LinearWorld(model, model.draw(train, t.random("train")), model.draw(heldOut, t.random("held out")));
    }

    /** How the rows came about. */
    public LinearGaussian model() {
        return model;
    }

    /** Rows to learn from; not a copy. */
    public double[][] train() {
        return train;
    }

    /** Rows to judge by; not a copy. */
    public double[][] heldOut() {
        return heldOut;
    }
}
