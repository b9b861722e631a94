package dev.assay.train;

import ai.djl.ndarray.NDArray;
import dev.assay.Trial;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The description of a training, which {@link #fit} carries out on the net's weights. Every method but that returns this.
 *
 * <p>A second fit goes on from the weights as they are, with fresh moments and an order of batches of its own. The mean loss of
 * each epoch is recorded as the curve "NAME loss", that of validation rows as "NAME validation loss".
 */
public final class Training {
    final Trial trial;
    final Net net;

    @Nullable
    Data data;

    @Nullable
    Data valid;

    int batch = 64;
    int epochs = 1;
    Loss loss = Loss.crossEntropy();
    Optimizer optimizer = Optimizer.adam(1e-3);
    int patience;
    boolean restoreBest;

    @Nullable
    Target target;

    @Nullable
    Function<Params, NDArray> penalty;

    @Nullable
    Params mask;

    Predicate<String> frozen = name -> false;

    /** A metric of the validation rows to reach. */
    record Target(String name, double value, ToDoubleFunction<Predictions> metric, boolean stops) {}

    private Training(Trial trial, Net net) {
        this.trial = trial;
        this.net = net;
    }

    /** A training of this net: until said otherwise, one epoch of batches of 64 with cross-entropy and Adam at 0.001. */
    public static Training of(Trial trial, Net net) {
        return new Training(trial, net);
    }

    /** The rows to fit. */
    public Training on(Data train) {
        data = train;
        return this;
    }

    /** The number of rows in a step, at least 1; an epoch's last batch may be smaller. */
    public Training batch(int rows) {
        batch = requirePositive("a batch has a number of rows", rows);
        return this;
    }

    /** The largest number of passes over the data, at least 1; scale it with {@link Trial#effort}. */
    public Training epochs(int most) {
        epochs = requirePositive("training takes a number of epochs", most);
        return this;
    }

    /** What is minimised, averaged over a batch. */
    public Training loss(Loss perExample) {
        loss = perExample;
        return this;
    }

    /** How steps are made from gradients. */
    public Training optimizer(Optimizer steps) {
        optimizer = steps;
        return this;
    }

    /** The rows on which patience, the best weights and a target are judged. */
    public Training validate(Data rows) {
        valid = rows;
        return this;
    }

    /** Stops when the validation loss has not improved for this many epochs, at least 1. */
    public Training patience(int epochsWithoutImprovement) {
        patience = requirePositive("patience is a number of epochs", epochsWithoutImprovement);
        return this;
    }

    /** Ends with the weights of the epoch with the smallest validation loss. */
    public Training restoreBest() {
        restoreBest = true;
        return this;
    }

    /**
     * Stops when a metric of the validation rows has reached a value from below; it is looked at four times an epoch, or after
     * every step where an epoch has fewer.
     *
     * @param metric the metric's name, for the curve
     */
    public Training until(String metric, double value, ToDoubleFunction<Predictions> of) {
        target = new Target(metric, value, of, true);
        return this;
    }

    /**
     * Notes when a metric of the validation rows first reached a value from below, and goes on; looked at as often as for {@link
     * #until}, which it replaces.
     *
     * @param metric the metric's name, for the curve
     */
    public Training note(String metric, double value, ToDoubleFunction<Predictions> of) {
        target = new Target(metric, value, of, false);
        return this;
    }

    /** Adds a number computed from the net's weights to each step's mean loss. */
    public Training penalty(Function<Params, NDArray> ofWeights) {
        penalty = ofWeights;
        return this;
    }

    /** Leaves the weights whose names the rule accepts as they are. */
    public Training freeze(Predicate<String> names) {
        frozen = names;
        return this;
    }

    /**
     * Lets a weight learn only where the mask is 1. Where it is 0, the weight keeps its value to the bit, without {@link
     * Optimizer#decay}; one that starts at 0 is pruned.
     *
     * @param zerosAndOnes of the names and shapes of the net's weights
     */
    public Training masked(Params zerosAndOnes) {
        mask = zerosAndOnes;
        return this;
    }

    private static int requirePositive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " of at least 1, not " + value);
        }
        return value;
    }

    /**
     * Trains the net in place.
     *
     * @throws IllegalStateException if there are no rows to fit, or none to judge what was asked for
     */
    public Fitted fit() {
        if (data == null) {
            throw new IllegalStateException("the training of '" + net.name() + "' has no data; say on(data)");
        }
        if (valid == null && (patience > 0 || restoreBest || target != null)) {
            throw new IllegalStateException("the training of '" + net.name()
                    + "' has patience, restoreBest or until, and no rows to judge them on; say validate(data)");
        }
        return new Fit(this, data).run();
    }
}
