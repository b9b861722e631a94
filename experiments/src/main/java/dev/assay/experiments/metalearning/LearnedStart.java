package dev.assay.experiments.metalearning;

import ai.djl.ndarray.NDArray;
import dev.assay.train.Params;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A net that begins every task alike and descends from there.
 *
 * @param weights where it begins, those of one task for all
 * @param step how it descends
 * @param objective what it descends on
 */
record LearnedStart(Params weights, InnerStep step, Objective objective) {
    /** The weights of each task after some steps on its support. */
    Params adapted(Episodes tasks, int steps) {
        Params adapted = weights;
        for (int i = 0; i < steps; i++) {
            adapted = descended(adapted, tasks);
        }
        return adapted;
    }

    private Params descended(Params adapted, Episodes tasks) {
        return step.take(adapted, tasks.supportX(), tasks.supportY(), objective);
    }

    /** The loss of the queries after one step on the support, a mean over tasks. */
    NDArray lossAfterStep(Episodes tasks) {
        return objective.loss(TaskNet.forward(adapted(tasks, 1), tasks.queryX()), tasks.queryY());
    }

    /**
     * Something about the queries after 0, 1, … steps.
     *
     * @param of outputs and targets to a number
     * @return {@code most + 1} numbers
     */
    List<Double> afterSteps(Episodes tasks, int most, BiFunction<NDArray, NDArray, Double> of) {
        List<Double> values = new ArrayList<>();
        Params adapted = weights;
        for (int i = 0; i <= most; i++) {
            if (i > 0) {
                adapted = descended(adapted, tasks);
            }
            values.add(of.apply(TaskNet.forward(adapted, tasks.queryX()), tasks.queryY()));
        }
        return values;
    }
}
