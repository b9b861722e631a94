package dev.assay.experiments.metalearning;

import dev.assay.RandomStream;
import dev.assay.Trial;
import dev.assay.train.Learner;
import dev.assay.train.Optimizer;
import dev.assay.train.Params;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The outer gradient of a step of descent, held against finite differences of the whole inner loop in double precision. */
final class MetaGradient {
    private static final int DIRECTIONS = 8;
    private static final double STEP = 1e-6;

    private MetaGradient() {}

    /**
     * How far the slopes that an engine's gradient gives along random directions are from central differences, as a share of the
     * latter (root of the sum of squares over that of the others).
     *
     * @param rates the rate of each weight's step
     */
    static double relativeError(Trial trial, LearnedStart learned, Params rates, Episodes tasks) {
        double[] gradient = InnerLoopInDouble.vector(
                Learner.of(trial, Optimizer.sgd(0), learned.weights()).gradient(() -> learned.lossAfterStep(tasks)));
        double[] weights = InnerLoopInDouble.vector(learned.weights());
        double[] steps = InnerLoopInDouble.vector(rates);
        List<InnerLoopInDouble> loops = IntStream.range(0, Math.toIntExact(tasks.tasks()))
                .mapToObj(task -> InnerLoopInDouble.of(tasks, task, learned.objective()))
                .toList();
        RandomStream random = trial.random("directions");
        double errors = 0;
        double squares = 0;
        for (int i = 0; i < DIRECTIONS; i++) {
            double[] direction = random.gaussians(weights.length);
            double slope = 0;
            for (int j = 0; j < direction.length; j++) {
                slope += gradient[j] * direction[j];
            }
            double difference = (loss(loops, moved(weights, STEP, direction), steps)
                            - loss(loops, moved(weights, -STEP, direction), steps))
                    / (2 * STEP);
            errors += (slope - difference) * (slope - difference);
            squares += difference * difference;
        }
        return Math.sqrt(errors / squares);
    }

    private static double[] moved(double[] weights, double way, double[] direction) {
        double[] moved = new double[weights.length];
        Arrays.setAll(moved, i -> weights[i] + way * direction[i]);
        return moved;
    }

    private static double loss(List<InnerLoopInDouble> loops, double[] weights, double[] rates) {
        return loops.stream()
                .mapToDouble(loop -> loop.lossAfterStep(weights, rates))
                .average()
                .orElseThrow();
    }
}
