package dev.assay.experiments.metalearning;

import ai.djl.ndarray.NDArray;
import dev.assay.train.Params;

/** One step of descent inside each task, as operations that an outer gradient may go through. */
@FunctionalInterface
interface InnerStep {
    /**
     * The weights after the step.
     *
     * @param weights those of each task, or of one for all
     * @param x the support's inputs, (tasks, examples, inputs)
     * @param y its targets
     */
    Params take(Params weights, NDArray x, NDArray y, Objective objective);

    /** w − rate · g, through which an outer gradient sees that g depends on w, too. */
    static InnerStep exact(double rate) {
        return (weights, x, y, objective) ->
                weights.zip(TaskNet.gradient(weights, x, y, objective, rate), NDArray::sub);
    }

    /** The same numbers; an outer gradient takes g for a constant. */
    static InnerStep firstOrder(double rate) {
        return (weights, x, y, objective) -> weights.zip(
                TaskNet.gradient(weights, x, y, objective, rate), (w, change) -> w.sub(change.stopGradient()));
    }

    /** w − rates ⊙ g: a rate for each weight, the same in all tasks, which an outer gradient may change. */
    static InnerStep learned(Params rates) {
        return (weights, x, y, objective) ->
                weights.zip(TaskNet.gradient(weights, x, y, objective, 1).zip(rates, NDArray::mul), NDArray::sub);
    }
}
