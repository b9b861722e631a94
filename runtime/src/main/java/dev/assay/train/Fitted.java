package dev.assay.train;

import dev.assay.Trial;

/** A net after {@link Training#fit}. */
public final class Fitted {
    private final Trial trial;
    private final Net net;
    private final double epochs;
    private final boolean reached;

    Fitted(Trial trial, Net net, double epochs, boolean reached) {
        this.trial = trial;
        this.net = net;
        this.epochs = epochs;
        this.reached = reached;
    }

    /** The net that was trained. */
    public Net net() {
        return net;
    }

    /** How many passes over the data were made, with their fraction when a target was reached within one. */
    public double epochs() {
        return epochs;
    }

    /** Whether the target of {@link Training#until} was reached. */
    public boolean reached() {
        return reached;
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
