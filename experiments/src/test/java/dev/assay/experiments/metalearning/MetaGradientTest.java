package dev.assay.experiments.metalearning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import dev.assay.RandomStream;
import dev.assay.Trial;
import dev.assay.experiments.InTrial;
import dev.assay.train.Learner;
import dev.assay.train.Optimizer;
import dev.assay.train.Params;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

final class MetaGradientTest {
    private static final double RATE = 0.3;

    private static Episodes tasks(Trial trial, Objective objective) {
        if (objective == Objective.SQUARED_ERROR) {
            return Sinusoids.draw(trial.arrays(), trial.random("tasks"), 3, 6, 5);
        }
        Episodes numbers = new Episodes(
                trial.normal("x", 3, 6, 4), classes(trial, 6), trial.normal("query x", 3, 5, 4), classes(trial, 5));
        return numbers;
    }

    private static NDArray classes(Trial trial, int examples) {
        RandomStream random = trial.random("classes");
        float[] y = new float[3 * examples * 2];
        for (int i = 0; i < 3 * examples; i++) {
            y[2 * i + random.nextInt(2)] = 1;
        }
        return Episodes.array(trial.arrays(), y, 3, examples);
    }

    private static Params start(Trial trial, Objective objective) {
        Params start = objective == Objective.SQUARED_ERROR
                ? TaskNet.start(trial, "net", 1, 1)
                : TaskNet.start(trial, "net", 4, 2);
        for (int layer = 0; layer < 3; layer++) { // a unit whose bias is 0 has its kink where an input is 0
            NDArray bias = start.get(TaskNet.bias(layer));
            start.set(
                    TaskNet.bias(layer),
                    trial.normal("bias " + layer, bias.size()).mul(0.1).toFloatArray());
        }
        return start;
    }

    private static Params gradient(Trial trial, Params of, Supplier<NDArray> loss) {
        return Learner.of(trial, Optimizer.sgd(0), of).gradient(loss);
    }

    private static double slope(double[] at, int i, double h, ToDoubleFunction<double[]> f) {
        double[] up = at.clone();
        double[] down = at.clone();
        up[i] += h;
        down[i] -= h;
        return (f.applyAsDouble(up) - f.applyAsDouble(down)) / (2 * h);
    }

    /** Differences of differences: the inner gradient, too, is taken from the loss alone. */
    @Test
    void theTwinInDoublePrecisionIsTheWholeInnerLoop() {
        for (Objective objective : Objective.values()) {
            InTrial.run(trial -> {
                InnerLoopInDouble loop = InnerLoopInDouble.of(tasks(trial, objective), 1, objective);
                double[] weights = InnerLoopInDouble.vector(start(trial, objective));
                double[] exact = loop.gradient(weights);
                double[] after = new double[weights.length];
                for (int i = 0; i < weights.length; i++) {
                    double difference = slope(weights, i, 1e-6, loop::supportLoss);
                    assertThat(exact[i]).isCloseTo(difference, within(1e-7));
                    after[i] = weights[i] - RATE * difference;
                }
                double[] rates = new double[weights.length];
                Arrays.fill(rates, RATE);
                assertThat(loop.lossAfterStep(weights, rates)).isCloseTo(loop.queryLoss(after), within(1e-6));
                return 0;
            });
        }
    }

    @Test
    void theWrittenOutGradientIsTheEngines() {
        for (Objective objective : Objective.values()) {
            InTrial.run(trial -> {
                Params start = start(trial, objective);
                Episodes tasks = tasks(trial, objective);
                Params written = TaskNet.gradient(start, tasks.supportX(), tasks.supportY(), objective, 3);
                Params engines = gradient(
                        trial, start, () -> objective.loss(TaskNet.forward(start, tasks.supportX()), tasks.supportY()));
                for (String name : start.names()) {
                    float[] mean = written.get(name).div(3).mean(new int[] {0}).toFloatArray();
                    assertThat(mean).as(name).containsExactly(engines.get(name).toFloatArray(), within(1e-5f));
                }
                return 0;
            });
        }
    }

    @Test
    void theExactOuterGradientIsTheFiniteDifferenceOfTheInnerLoopAndTheFirstOrderOneIsNot() {
        for (Objective objective : Objective.values()) {
            InTrial.run(trial -> {
                Params start = start(trial, objective);
                Episodes tasks = tasks(trial, objective);
                Params rates = start.map((name, weight) -> weight.onesLike().mul(RATE));
                LearnedStart exact = new LearnedStart(start, InnerStep.exact(RATE), objective);
                LearnedStart firstOrder = new LearnedStart(start, InnerStep.firstOrder(RATE), objective);
                LearnedStart learned = new LearnedStart(start, InnerStep.learned(rates), objective);
                assertThat(MetaGradient.relativeError(trial, exact, rates, tasks))
                        .isLessThan(1e-4);
                assertThat(MetaGradient.relativeError(trial, learned, rates, tasks))
                        .isLessThan(1e-4);
                assertThat(MetaGradient.relativeError(trial, firstOrder, rates, tasks))
                        .isGreaterThan(0.02);
                return 0;
            });
        }
    }

    @Test
    void theFirstOrderGradientIsThatOfTheQueriesWhereTheStepEnds() {
        InTrial.run(trial -> {
            Objective objective = Objective.SQUARED_ERROR;
            Params start = start(trial, objective);
            Episodes tasks = tasks(trial, objective);
            LearnedStart learned = new LearnedStart(start, InnerStep.firstOrder(0.01), objective);
            Params ends = learned.adapted(tasks, 1).copy();
            Params there =
                    gradient(trial, ends, () -> objective.loss(TaskNet.forward(ends, tasks.queryX()), tasks.queryY()));
            Params first = gradient(trial, start, () -> learned.lossAfterStep(tasks));
            for (String name : start.names()) {
                float[] sum = there.get(name).sum(new int[] {0}).toFloatArray();
                assertThat(first.get(name).toFloatArray()).as(name).containsExactly(sum, within(1e-5f));
            }
            return 0;
        });
    }

    @Test
    void learnedRatesHaveTheGradientOfTheInnerLoop() {
        InTrial.run(trial -> {
            Objective objective = Objective.SQUARED_ERROR;
            Params start = start(trial, objective);
            Episodes tasks = tasks(trial, objective);
            Params rates =
                    start.map((name, weight) -> weight.onesLike().mul(0.01)).copy();
            LearnedStart learned = new LearnedStart(start, InnerStep.learned(rates), objective);
            double[] exact = InnerLoopInDouble.vector(gradient(trial, rates, () -> learned.lossAfterStep(tasks)));
            double[] weights = InnerLoopInDouble.vector(start);
            double[] steps = InnerLoopInDouble.vector(rates);
            for (int i = 0; i < exact.length; i += 97) {
                double sum = 0;
                for (int task = 0; task < 3; task++) {
                    InnerLoopInDouble loop = InnerLoopInDouble.of(tasks, task, objective);
                    sum += slope(steps, i, 1e-6, r -> loop.lossAfterStep(weights, r));
                }
                assertThat(exact[i]).isCloseTo(sum / 3, within(1e-3 + 1e-4 * Math.abs(sum)));
            }
            return 0;
        });
    }

    @Test
    void reptileMovesTowardsWhereItsStepsLead() {
        InTrial.run(trial -> {
            Objective objective = Objective.SQUARED_ERROR;
            Params start = start(trial, objective);
            Episodes tasks = tasks(trial, objective);
            Params before = start.copy();
            new MetaTraining(trial, 1, 0.001, step -> tasks).learned(Way.REPTILE, start, 0.01, objective);
            Episodes whole = new Episodes(tasks.allX(), tasks.allY(), tasks.queryX(), tasks.queryY());
            Params ends = new LearnedStart(before, InnerStep.exact(0.01), objective).adapted(whole, 5);
            for (String name : start.names()) {
                float[] from = before.get(name).toFloatArray();
                float[] moved = start.get(name).toFloatArray();
                float[] there = ends.get(name).mean(new int[] {0}).toFloatArray();
                for (int i = 0; i < from.length; i++) {
                    if (Math.abs(there[i] - from[i]) > 1e-5) { // Adam's first step has the size of its rate
                        assertThat((moved[i] - from[i]) * Math.signum(there[i] - from[i]))
                                .as(name + i)
                                .isCloseTo(0.001f, within(2e-5f));
                    }
                }
            }
            return 0;
        });
    }
}
