package dev.assay.experiments.metalearning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.assay.Trial;
import dev.assay.train.Params;
import java.util.List;
import java.util.function.Function;

/**
 * Letters as a problem: five letters that no training saw, of each of which a few examples are known.
 *
 * @param trial where it runs
 * @param letters to learn across, to choose by and to judge by
 * @param shots examples of each letter
 */
record LetterReading(Trial trial, Letters.Parts letters, int shots) {
    /** How far steps of descent are followed. */
    static final int MOST_STEPS = 10;

    private static final int STEPS = 150;
    private static final int TASKS = 16;
    private static final int QUERIES = 5;
    private static final int VALIDATION_TASKS = 60;
    private static final int TEST_TASKS = 200;
    private static final double[] TUNED_RATES = {0.03, 0.1, 0.3, 1};

    static LetterReading of(Trial trial, int shots) {
        return new LetterReading(
                trial, trial.sharedAtAllLevels("letters", s -> Letters.deal(s.random("letters"))), shots);
    }

    int inputs() {
        return letters.train().width();
    }

    Params start() {
        return TaskNet.start(trial, "net", inputs(), Letters.WAYS);
    }

    /** Batches of 16 tasks with 5 queries a letter. */
    MetaTraining training(double rate) {
        return new MetaTraining(
                trial,
                STEPS,
                rate,
                step -> letters.train().draw(step.arrays(), step.random("tasks"), TASKS, shots, QUERIES));
    }

    /**
     * A net that knows all letters of training apart, learned from as many rows as the tasks hold; its last layer begins anew, at 0,
     * with an output for each of five letters.
     */
    LearnedStart pretrained(double rate) {
        MetaTraining rows = new MetaTraining(
                trial,
                STEPS,
                rate,
                step -> letters.train()
                        .drawAll(
                                step.arrays(),
                                step.random("rows"),
                                TASKS * Letters.WAYS * shots,
                                TASKS * Letters.WAYS * QUERIES));
        Params net = TaskNet.start(trial, "net", inputs(), letters.train().count());
        rows.learned(Way.PRETRAINED, net, 0, Objective.CROSS_ENTROPY);
        Params fresh = net.map((name, weight) -> {
            boolean last = name.equals(TaskNet.weight(2)) || name.equals(TaskNet.bias(2));
            return last ? trial.arrays().zeros(new Shape(1, weight.getShape().get(1), Letters.WAYS)) : weight;
        });
        return withBestRate(new LearnedStart(fresh, InnerStep.exact(0), Objective.CROSS_ENTROPY));
    }

    /** A start for descent, learned across the letters of training. */
    LearnedStart learned(Way way, double rate, double innerRate) {
        return training(rate).learned(way, start(), innerRate, Objective.CROSS_ENTROPY);
    }

    PrototypicalNet prototypical(double rate) {
        PrototypicalNet net = PrototypicalNet.of(trial, "net", inputs());
        training(rate)
                .minimise(tasks -> Objective.CROSS_ENTROPY.loss(net.scores(tasks), tasks.queryY()), net.embedding());
        return net;
    }

    MemoryNet memory(double rate) {
        MemoryNet net = MemoryNet.of(trial, "net", inputs(), Letters.WAYS);
        training(rate)
                .minimise(tasks -> Objective.CROSS_ENTROPY.loss(net.outputs(tasks), tasks.queryY()), net.weights());
        return net;
    }

    private LearnedStart withBestRate(LearnedStart learned) {
        LearnedStart best = learned;
        double most = -1;
        for (double rate : TUNED_RATES) {
            LearnedStart other = new LearnedStart(learned.weights(), InnerStep.exact(rate), learned.objective());
            List<Double> accuracies = validation(other);
            double accuracy = accuracies.get(bestSteps(accuracies));
            if (accuracy > most) {
                most = accuracy;
                best = other;
            }
        }
        return best;
    }

    /** The share of right answers about validation letters after 0, 1, … steps. */
    List<Double> validation(LearnedStart learned) {
        return accuracies(letters.validation(), "validation tasks", VALIDATION_TASKS, learned);
    }

    /** The number of steps, at least 1, with the best validation accuracy; the smallest of several. */
    static int bestSteps(List<Double> accuracies) {
        int best = 1;
        for (int steps = 2; steps < accuracies.size(); steps++) {
            best = accuracies.get(steps) > accuracies.get(best) ? steps : best;
        }
        return best;
    }

    /** The share of right answers about test letters after the number of steps that was best on validation letters. */
    double accuracy(LearnedStart learned) {
        int steps = bestSteps(validation(learned));
        List<Double> accuracies = accuracies(letters.test(), "test tasks", TEST_TASKS, learned);
        for (int i = 0; i < accuracies.size(); i++) {
            trial.curve("accuracy after steps of descent", i, accuracies.get(i));
        }
        return accuracies.get(steps);
    }

    private List<Double> accuracies(Letters from, String stream, int tasks, LearnedStart learned) {
        return trial.round(
                () -> learned.afterSteps(draw(from, stream, tasks), MOST_STEPS, LetterReading::rightAnswers));
    }

    /** The share of right answers about test letters of a net that makes no steps. */
    double accuracy(Function<Episodes, NDArray> outputs) {
        return score(letters.test(), "test tasks", TEST_TASKS, outputs);
    }

    /** The same about validation letters. */
    double validation(Function<Episodes, NDArray> outputs) {
        return score(letters.validation(), "validation tasks", VALIDATION_TASKS, outputs);
    }

    private double score(Letters from, String stream, int tasks, Function<Episodes, NDArray> outputs) {
        return trial.round(() -> {
            Episodes unseen = draw(from, stream, tasks);
            return rightAnswers(outputs.apply(unseen), unseen.queryY());
        });
    }

    private Episodes draw(Letters from, String stream, int tasks) {
        return from.draw(trial.arrays(), trial.random(stream, 0), tasks, shots, QUERIES);
    }

    /** The share of rows whose largest output is where the target's 1 is. */
    static double rightAnswers(NDArray outputs, NDArray targets) {
        int classes = Math.toIntExact(outputs.getShape().get(2));
        float[] scores = outputs.toFloatArray();
        float[] right = targets.toFloatArray();
        int hits = 0;
        for (int row = 0; row < scores.length; row += classes) {
            int best = row;
            for (int i = row + 1; i < row + classes; i++) {
                best = scores[i] > scores[best] ? i : best;
            }
            hits += right[best] == 1 ? 1 : 0;
        }
        return (double) hits * classes / scores.length;
    }
}
