package dev.assay.train;

import dev.assay.Trial;

/** A net after {@link Training#fit}. */
public final class Fitted {
    private final Trial trial;
    private final Net net;
    private final double epochs;
    private final double reachedAt;

    Fitted(Trial trial, Net net, double epochs, double reachedAt) {
        this.trial = trial;
        this.net = net;
        this.epochs = epochs;
        this.reachedAt = reachedAt;
    }

    /** The net that was trained. */
    public Net net() {
        return net;
    }

    /** How many passes over the data were made, with their fraction when a target was reached within one. */
    public double epochs() {
        return epochs;
    }

    /** Whether the target of {@link Training#until} or {@link Training#note} was reached. */
    public boolean reached() {
        return Double.isFinite(reachedAt);
    }

    /** After how many epochs the target was first seen to be reached; infinite if it never was. */
    public double epochsToTarget() {
        return reachedAt;
    }

    /**
     * What the net says of labelled rows now.
     *
     * @throws IllegalStateException if the rows have no labels
     */
    public Predictions predict(Data data) {
        return Evaluation.predict(trial, net, data);
    }

    /** The net's outputs for each row now, flattened. */
    public float[][] outputs(Data data) {
        return Evaluation.outputs(trial, net, data);
    }
}
