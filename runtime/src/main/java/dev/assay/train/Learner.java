package dev.assay.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.assay.Trial;
import dev.assay.engine.ArrayScope;
import dev.assay.engine.Gradients;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Changes the weights of some Params, and of no others, whatever the loss touches; owns the optimizer's moments.
 *
 * <p>Several learners with Params of their own make a game. Learners do not nest: a loss must not call one.
 */
public final class Learner {
    private final List<Params> params;
    private final List<NDArray> weights;
    private final Moments moments;
    private List<NDArray> masks = List.of(); // one for each weight, or none
    private double progress;

    private Learner(Trial trial, Optimizer optimizer, List<Params> params) {
        this.params = params;
        weights = params.stream().flatMap(each -> each.weights().stream()).toList();
        moments = Moments.of(trial.arrays(), optimizer, weights);
    }

    /**
     * A learner with fresh moments.
     *
     * @throws IllegalArgumentException if there are no weights, or Params are frozen
     */
    public static Learner of(Trial trial, Optimizer optimizer, Params... params) {
        List<Params> all = List.of(params);
        for (Params each : all) {
            if (each.isFrozen()) {
                throw new IllegalArgumentException(each + " are frozen; a learner needs a copy() of them");
            }
        }
        if (all.stream().allMatch(each -> each.names().isEmpty())) {
            throw new IllegalArgumentException("a learner needs weights to change, and got " + all);
        }
        return new Learner(trial, optimizer, all);
    }

    /**
     * Multiplies the gradient by a mask before each step. Where the mask is 0, the moments stay 0 and so does the step, without
     * {@link Optimizer#decay}: such a weight keeps its value to the bit.
     *
     * @param mask of the names and shapes of the weights, mostly 0 and 1; read once
     * @throws IllegalArgumentException if names or sizes differ
     * @throws IllegalStateException if the learner has several Params
     */
    public Learner masked(Params mask) {
        if (params.size() != 1) {
            throw new IllegalStateException("a mask belongs to one Params, and this learner has " + params.size()
                    + "; make a learner for each");
        }
        Params masked = params.get(0);
        if (!mask.names().equals(masked.names()) || mask.count() != masked.count()) {
            throw new IllegalArgumentException("the mask " + mask + " of " + mask.count() + " numbers does not fit "
                    + masked + " of " + masked.count() + "; it needs a number for each weight");
        }
        masks = masked.names().stream().map(name -> mask.get(name).duplicate()).toList();
        masks.forEach(ArrayScope::keep);
        return this;
    }

    /**
     * Says how much of the training is done, for the optimizer's schedule.
     *
     * @param done from 0 to 1
     */
    public Learner progress(double done) {
        if (!(done >= 0 && done <= 1)) {
            throw new IllegalArgumentException("progress runs from 0 to 1, not " + done);
        }
        progress = done;
        return this;
    }

    /**
     * Takes one step down the gradient of a loss, then moves the running statistics of the same Params.
     *
     * @param loss computes an array of one number from the weights
     * @return the loss before the step
     */
    public double minimise(Supplier<NDArray> loss) {
        discardStatistics();
        return step(Gradients.of(manager(), weights, loss));
    }

    /**
     * Takes one step down the gradient of the mean loss of a batch of predictions; faster than {@link #minimise(Supplier)} where
     * the loss's own gradient is known and the engine's backward pass can begin with it.
     *
     * @param prediction computes the predictions from the weights
     * @param target what should have come out
     * @return the mean loss before the step
     */
    public double minimise(Supplier<NDArray> prediction, NDArray target, Loss loss) {
        if (!(loss instanceof CrossEntropy known && Gradients.canBeginAnywhere(manager()))) {
            return minimise(() -> loss.perExample(prediction.get(), target).mean());
        }
        discardStatistics();
        return step(Gradients.of(manager(), weights, prediction, output -> known.mean(output, target)));
    }

    private double step(Gradients.Backward backward) {
        for (int i = 0; i < masks.size(); i++) {
            backward.gradients().get(i).muli(masks.get(i));
        }
        moments.step(weights, backward.gradients(), progress);
        backward.close();
        params.forEach(each -> each.running().values().forEach(RunningState::commit));
        return backward.value();
    }

    /**
     * The gradient of a loss, under the names of the weights; changes nothing.
     *
     * @throws IllegalStateException if two of the learner's Params have a weight of the same name
     */
    public Params gradient(Supplier<NDArray> loss) {
        Gradients.Backward backward = Gradients.of(manager(), weights, loss);
        Map<String, NDArray> gradients = new LinkedHashMap<>();
        int next = 0;
        for (Params each : params) {
            for (String name : each.names()) {
                if (gradients.put(name, backward.gradients().get(next++).duplicate()) != null) {
                    throw new IllegalStateException(
                            "two Params have a weight '" + name + "'; ask a learner for each of them");
                }
            }
        }
        backward.release();
        discardStatistics();
        return new Params(manager(), gradients, Map.of(), false);
    }

    private void discardStatistics() {
        params.forEach(each -> each.running().values().forEach(RunningState::discard));
    }

    private NDManager manager() {
        return params.get(0).manager();
    }

    /** Frees the moments and the mask before the trial ends. */
    void free() {
        moments.free();
        masks.forEach(NDArray::close);
    }
}
