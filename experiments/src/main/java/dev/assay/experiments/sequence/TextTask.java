package dev.assay.experiments.sequence;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.assay.RandomStream;
import dev.assay.Step;
import dev.assay.Trial;
import dev.assay.experiments.data.AustenNovels;
import dev.assay.experiments.data.Symbols;
import dev.assay.train.Learner;
import dev.assay.train.Loss;
import dev.assay.train.Net;
import dev.assay.train.Optimizer;
import java.util.Arrays;

/**
 * Saying the next character of a novel as a task: how it is learned, by every net alike, and how it is judged.
 *
 * @param novels the characters
 * @param length those of a window
 */
record TextTask(AustenNovels novels, int length) {
    private static final int STEPS = 30;
    private static final int CHARACTERS = 1024;
    private static final int TEST_CHARACTERS = 8_192;
    private static final int EVALUATED_AT_ONCE = 2048;

    /** A net with fresh weights for this task. */
    Net net(Trial trial, Reader.Kind kind) {
        return Reader.of(trial, "text", kind, length, symbols(), symbols()).net();
    }

    /** How many characters there are. */
    int symbols() {
        return novels.alphabet().length();
    }

    /** Trains on windows from random places, of 1,024 characters together a step. */
    void learn(Trial trial, Net net, Optimizer optimizer) {
        Learner learner = Learner.of(trial, optimizer, net.params());
        int steps = trial.effort(STEPS);
        for (Step step : trial.steps(STEPS)) {
            learner.progress((double) step.index() / steps);
            double loss = step(step.arrays(), learner, net, windows(step.random("windows")));
            if (step.index() % Math.max(1, steps / 20) == 0) {
                trial.curve("text loss", step.index(), loss);
            }
        }
    }

    private int[][] windows(RandomStream random) {
        return novels.train().randomWindows(random, CHARACTERS / length, length + 1);
    }

    private static double step(NDManager manager, Learner learner, Net net, int[][] windows) {
        NDArray x = Reader.array(manager, before(windows));
        NDArray next = Reader.array(manager, after(windows));
        return learner.minimise(() -> net.train(x), next, Loss.crossEntropy());
    }

    /** Bits a character over the beginning of a text, cut into windows. */
    double bits(Trial trial, Net net, Symbols text) {
        int[][] windows = text.firstWindows(TEST_CHARACTERS / length, length + 1);
        double sum = 0;
        int part = EVALUATED_AT_ONCE / length;
        for (int from = 0; from < windows.length; from += part) {
            int[][] some = Arrays.copyOfRange(windows, from, Math.min(windows.length, from + part));
            sum += trial.round(() -> Loss.crossEntropy()
                    .perExample(
                            net.eval(Reader.array(trial.arrays(), before(some))),
                            Reader.array(trial.arrays(), after(some)))
                    .sum()
                    .toFloatArray()[0]);
        }
        return sum / windows.length / Math.log(2);
    }

    /** Characters per second of training steps that change nothing. */
    double charactersPerSecond(Trial trial, Net net, Optimizer still) {
        Learner learner = Learner.of(trial, still, net.params());
        int[][] windows = windows(trial.random("timed windows"));
        double millis = trial.meter(1, 3, () -> trial.round(() -> step(trial.arrays(), learner, net, windows)))
                .millis();
        return 1000.0 * CHARACTERS / millis;
    }

    private static int[][] before(int[][] windows) {
        return Arrays.stream(windows)
                .map(window -> Arrays.copyOf(window, window.length - 1))
                .toArray(int[][]::new);
    }

    private static int[][] after(int[][] windows) {
        return Arrays.stream(windows)
                .map(window -> Arrays.copyOfRange(window, 1, window.length))
                .toArray(int[][]::new);
    }
}
