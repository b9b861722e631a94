package dev.assay.experiments.metalearning;

import ai.djl.ndarray.NDArray;
import dev.assay.Trial;
import dev.assay.chart.Plane;
import dev.assay.experiments.data.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The sinusoids as a problem: what is learned from, what is judged, what is drawn. */
final class CurveFitting {
    /** The examples of a task. */
    static final int SHOTS = 10;

    /** The rate of the inner steps. */
    static final double RATE = 0.01;

    /** How far steps of descent are followed. */
    static final int MOST_STEPS = 5;

    private static final int STEPS = 400;
    private static final int TASKS = 25;
    private static final int JUDGED_TASKS = 200;
    private static final int JUDGED_QUERIES = 50;
    private static final double[] TUNED_RATES = {0.002, 0.005, 0.01, 0.02, 0.05};
    private static final int GRID = 61;

    private CurveFitting() {}

    /** Batches of 25 tasks with 10 examples and as many queries. */
    private static MetaTraining training(Trial trial, double rate) {
        return new MetaTraining(
                trial, STEPS, rate, step -> Sinusoids.draw(step.arrays(), step.random("tasks"), TASKS, SHOTS, SHOTS));
    }

    /** A start for descent, learned across sinusoids. */
    static LearnedStart learned(Trial trial, Way way, double rate) {
        LearnedStart learned =
                training(trial, rate).learned(way, TaskNet.start(trial, "net", 1, 1), RATE, Objective.SQUARED_ERROR);
        return way == Way.PRETRAINED ? withBestRate(trial, learned) : learned;
    }

    static MemoryNet memory(Trial trial, double rate) {
        MemoryNet net = MemoryNet.of(trial, "net", 1, 1);
        training(trial, rate)
                .minimise(tasks -> Objective.SQUARED_ERROR.loss(net.outputs(tasks), tasks.queryY()), net.weights());
        return net;
    }

    /** The mean squared error of a net that makes no steps. */
    static double error(Trial trial, MemoryNet net, String stream) {
        return trial.round(() -> {
            Episodes unseen = unseen(trial, stream);
            return squaredError(net.outputs(unseen), unseen.queryY());
        });
    }

    /** Tasks that no training saw. */
    static Episodes unseen(Trial trial, String stream) {
        return Sinusoids.draw(trial.arrays(), trial.random(stream, 0), JUDGED_TASKS, SHOTS, JUDGED_QUERIES);
    }

    static double squaredError(NDArray outputs, NDArray targets) {
        return outputs.sub(targets).square().mean().toFloatArray()[0];
    }

    /**
     * The same net with the rate, of five, that is best after one step on validation tasks, as Finn and others gave theirs; of those
     * with which five steps lead no less far than one.
     */
    private static LearnedStart withBestRate(Trial trial, LearnedStart learned) {
        double best = TUNED_RATES[0];
        double least = Double.POSITIVE_INFINITY;
        for (double rate : TUNED_RATES) {
            List<Double> errors = errors(trial, at(learned, rate), "validation tasks", MOST_STEPS);
            if (errors.get(1) < least && errors.get(MOST_STEPS) <= errors.get(1)) {
                least = errors.get(1);
                best = rate;
            }
        }
        return at(learned, best);
    }

    private static LearnedStart at(LearnedStart learned, double rate) {
        return new LearnedStart(learned.weights(), InnerStep.exact(rate), learned.objective());
    }

    /** The mean squared errors of queries after 0, 1, … steps. */
    static List<Double> errors(Trial trial, LearnedStart learned, String stream, int most) {
        return trial.round(() -> learned.afterSteps(unseen(trial, stream), most, CurveFitting::squaredError));
    }

    /** One task with its examples, the truth, and the curve of each way of answering. */
    static Plane picture(Trial trial, List<String> names, Function<Episodes, List<double[]>> answers) {
        Episodes example = Sinusoids.example(trial.arrays(), trial.random("example"), SHOTS, GRID);
        double[] x = Rows.vector(example.queryX());
        Plane plane = Plane.of("x", "y").line("truth", x, Rows.vector(example.queryY()));
        List<double[]> curves = answers.apply(example);
        for (int i = 0; i < curves.size(); i++) {
            plane = plane.line(names.get(i), x, curves.get(i));
        }
        return plane.points("examples", Rows.vector(example.supportX()), Rows.vector(example.supportY()));
    }

    /** The fits after some numbers of steps. */
    static Plane picture(Trial trial, LearnedStart learned, Integer... numbers) {
        List<String> names = Arrays.stream(numbers)
                .map(steps -> steps + (steps == 1 ? " step" : " steps"))
                .toList();
        return picture(
                trial,
                names,
                example -> Arrays.stream(numbers)
                        .map(steps -> Rows.vector(TaskNet.forward(learned.adapted(example, steps), example.queryX())))
                        .toList());
    }
}
