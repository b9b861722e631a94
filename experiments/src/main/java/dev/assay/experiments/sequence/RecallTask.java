package dev.assay.experiments.sequence;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import dev.assay.Step;
import dev.assay.Trial;
import dev.assay.chart.Pictures;
import dev.assay.train.Learner;
import dev.assay.train.Loss;
import dev.assay.train.Net;
import dev.assay.train.Optimizer;
import dev.assay.train.Predictions;
import java.util.Arrays;

/**
 * Associative recall as a task: how it is learned, by every net alike, and how it is judged.
 *
 * @param length the symbols of the sequences that are judged
 */
record RecallTask(int length) {
    private static final int BATCH = 64;
    private static final int TEST_SEQUENCES = 125;
    private static final int ENLARGED = 6;

    /** The share of training after which sequences grow, and that after which they have grown. */
    private static final double SHORT_UNTIL = 0.5;

    private static final double WHOLE_FROM = 0.9;

    /** A net with fresh weights for this task. */
    Reader reader(Trial trial, Reader.Kind kind) {
        return Reader.of(trial, "recall", kind, length, AssociativeRecall.SYMBOLS, AssociativeRecall.VALUES);
    }

    /** The steps at full effort: fewer where a step costs more. */
    private int steps() {
        return length <= 16 ? 120 : length <= 64 ? 100 : 60;
    }

    /** The length of the sequences of a step: 16, then growing by equal factors, then the whole length. */
    int lengthAt(double progress) {
        int shortest = 2 * AssociativeRecall.PAIRS;
        double share = Math.max(0, Math.min(1, (progress - SHORT_UNTIL) / (WHOLE_FROM - SHORT_UNTIL)));
        return (int) Math.round(shortest * Math.pow((double) length / shortest, share));
    }

    /** Trains on fresh sequences at each step. */
    void learn(Trial trial, Net net, Optimizer optimizer) {
        Learner learner = Learner.of(trial, optimizer, net.params());
        int rounds = trial.effort(steps());
        for (Step step : trial.steps(steps())) {
            double progress = (double) step.index() / rounds;
            AssociativeRecall[] batch = AssociativeRecall.draw(step.random("sequences"), BATCH, lengthAt(progress));
            NDArray x = symbols(step.arrays(), batch);
            NDArray answers = Reader.array(
                    step.arrays(),
                    Arrays.stream(batch).map(AssociativeRecall::answers).toArray(int[][]::new));
            learner.progress(progress);
            double loss = learner.minimise(() -> ofQuestions(net.train(x)), answers, Loss.crossEntropy());
            if (step.index() % Math.max(1, rounds / 20) == 0) {
                trial.curve("recall loss", step.index(), loss);
            }
        }
    }

    /** The share of right answers to sequences of a stream. */
    double accuracy(Trial trial, Net net, String stream) {
        AssociativeRecall[] test = AssociativeRecall.draw(trial.random(stream), TEST_SEQUENCES, length);
        int[] labels = Arrays.stream(test)
                .flatMapToInt(sequence -> Arrays.stream(sequence.answers()))
                .toArray();
        float[] scores = trial.round(
                () -> ofQuestions(net.eval(symbols(trial.arrays(), test))).toFloatArray());
        float[][] rows = new float[labels.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(scores, i * AssociativeRecall.VALUES, (i + 1) * AssociativeRecall.VALUES);
        }
        return Predictions.ofLogits(rows, labels).accuracy();
    }

    /** A picture for each head, of the questions of one sequence in the order in which their pairs were read. */
    Pictures pictures(Trial trial, Net attention) {
        AssociativeRecall example = AssociativeRecall.draw(trial.random("example"), length);
        NDArray weights = attention.eval(Reader.array(trial.arrays(), new int[][] {example.symbols()}));
        int heads = Math.toIntExact(weights.getShape().get(1));
        float[] flat = weights.toFloatArray();
        Pictures pictures = Pictures.inColumns(2);
        for (int head = 0; head < heads; head++) {
            int width = length * ENLARGED;
            float[] pixels = new float[AssociativeRecall.PAIRS * ENLARGED * width];
            for (int i = 0; i < AssociativeRecall.PAIRS; i++) {
                int row = (head * length + length - AssociativeRecall.PAIRS + i) * length;
                for (int pixel = 0; pixel < ENLARGED * width; pixel++) {
                    pixels[example.places()[i] * ENLARGED * width + pixel] = flat[row + pixel % width / ENLARGED];
                }
            }
            pictures = pictures.with(heads == 1 ? "the one head" : "head " + (head + 1), width, pixels);
        }
        return pictures;
    }

    private static NDArray ofQuestions(NDArray outputs) {
        long length = outputs.getShape().get(1);
        return outputs.get(new NDIndex().addAllDim().addSliceDim(length - AssociativeRecall.PAIRS, length));
    }

    private static NDArray symbols(NDManager manager, AssociativeRecall[] sequences) {
        return Reader.array(
                manager,
                Arrays.stream(sequences).map(AssociativeRecall::symbols).toArray(int[][]::new));
    }
}
