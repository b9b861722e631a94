package dev.assay.experiments.metalearning;

import ai.djl.ndarray.NDArray;
import dev.assay.Step;
import dev.assay.Trial;
import dev.assay.train.Learner;
import dev.assay.train.Optimizer;
import dev.assay.train.Params;
import dev.assay.train.Schedule;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What several ways of learning to learn have in common: a batch of tasks a step, Adam with a rate that falls to 0, and a curve.
 *
 * @param trial where it runs
 * @param steps the batches of tasks at full effort
 * @param rate Adam's first rate
 * @param tasks draws the batch of a step
 */
record MetaTraining(Trial trial, int steps, double rate, Function<Step, Episodes> tasks) {
    private static final int POINTS = 20;
    private static final int REPTILE_STEPS = 5;

    /**
     * Learns a start in one of the ways.
     *
     * @param start where it begins; changed in place
     * @param innerRate of the steps in a task
     */
    LearnedStart learned(Way way, Params start, double innerRate, Objective objective) {
        InnerStep step = way == Way.FIRST_ORDER ? InnerStep.firstOrder(innerRate) : InnerStep.exact(innerRate);
        return switch (way) {
            case PRETRAINED -> pretrained(start, step, objective);
            case FIRST_ORDER, MAML -> throughOneStep(start, step, objective);
            case REPTILE -> reptile(start, step, objective);
            case META_SGD -> throughLearnedStep(start, innerRate, objective);
        };
    }

    /** Fits the examples of all tasks at once by one net. */
    private LearnedStart pretrained(Params start, InnerStep step, Objective objective) {
        minimise(
                tasks -> {
                    NDArray x = tasks.allX();
                    NDArray outputs =
                            TaskNet.forward(start, x.reshape(1, -1, x.getShape().get(2)));
                    return objective.loss(outputs, tasks.allY().reshape(outputs.getShape()));
                },
                start);
        return new LearnedStart(start, step, objective);
    }

    /** Makes the loss of the queries after one step small: MAML, exact or not, as the step is. */
    private LearnedStart throughOneStep(Params start, InnerStep step, Objective objective) {
        LearnedStart learned = new LearnedStart(start, step, objective);
        minimise(learned::lossAfterStep, start);
        return learned;
    }

    /** The same, with the rate of each weight learned along with where it starts: Meta-SGD. */
    private LearnedStart throughLearnedStep(Params start, double firstRate, Objective objective) {
        Params rates =
                start.map((name, weight) -> weight.onesLike().mul(firstRate)).copy();
        LearnedStart learned = new LearnedStart(start, InnerStep.learned(rates), objective);
        minimise(learned::lossAfterStep, start, rates);
        return learned;
    }

    /** Moves the start towards where five steps on all of a task's examples lead, a mean over tasks: Reptile. */
    private LearnedStart reptile(Params start, InnerStep step, Objective objective) {
        LearnedStart learned = new LearnedStart(start, step, objective);
        prepareAndMinimise(
                "Reptile's pull",
                tasks -> {
                    Episodes whole = new Episodes(tasks.allX(), tasks.allY(), tasks.queryX(), tasks.queryY());
                    Params there = learned.adapted(whole, REPTILE_STEPS);
                    Params way = start.zip(there, (from, to) -> from.sub(to.mean(new int[] {0}, true)));
                    return () -> start.dot(way); // whose gradient is the way back
                },
                start);
        return learned;
    }

    /** Learns the weights of any net whose loss on a batch of tasks has a gradient. */
    void minimise(Function<Episodes, NDArray> loss, Params... params) {
        prepareAndMinimise("loss in training", tasks -> () -> loss.apply(tasks), params);
    }

    /** What a function computes before it gives a loss is not recorded for the gradient. */
    private void prepareAndMinimise(String curve, Function<Episodes, Supplier<NDArray>> prepared, Params... params) {
        Learner learner = Learner.of(trial, Optimizer.adam(rate).schedule(Schedule.cosine()), params);
        int rounds = trial.effort(steps);
        for (Step step : trial.steps(steps)) {
            learner.progress((double) step.index() / rounds);
            double value = learner.minimise(prepared.apply(tasks.apply(step)));
            if (step.index() % Math.max(1, rounds / POINTS) == 0) {
                trial.curve(curve, step.index(), value);
            }
        }
    }
}
