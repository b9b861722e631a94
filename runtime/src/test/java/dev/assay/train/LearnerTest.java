package dev.assay.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import dev.assay.Trial;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class LearnerTest {

    private static Params pair(Trial trial, float first, float second) {
        Params params = Params.of(trial, "pair").zeros("w", 1, 2).build();
        params.set("w", new float[] {first, second});
        return params;
    }

    /** Half the squared length, whose gradient is w itself. */
    private static Supplier<NDArray> bowl(Params params) {
        return () -> params.get("w").square().sum().div(2);
    }

    @Test
    void gradientsAgreeWithFiniteDifferences() {
        InTrial.run(trial -> {
            Net net = Net.of(trial, "mlp", Nets.sequence(Nets.linear(5), Nets.tanh(), Nets.linear(3)), 2);
            Data data = Toys.blobs(trial, "rows", 12);
            Supplier<NDArray> loss = () -> Loss.crossEntropy()
                    .perExample(net.train(data.x()), data.y())
                    .mean();
            Params gradient = Learner.of(trial, Optimizer.sgd(0), net.params()).gradient(loss);
            assertThat(gradient.names()).isEqualTo(net.params().names());
            for (String name : gradient.names()) {
                float[] exact = gradient.get(name).toFloatArray();
                for (int i = 0; i < exact.length; i++) {
                    double numeric = Toys.difference(net.params().get(name), i, loss, 1e-2f);
                    assertThat((double) exact[i]).as(name + "[" + i + "]").isCloseTo(numeric, within(2e-3));
                }
            }
            return 0;
        });
    }

    /** Rows and sequences; classes, smoothed classes and weights that add up to no 1. */
    @Test
    void stepsAlikeWhereTheLossKnowsItsGradientAndWhereItIsDifferentiated() {
        InTrial.run(trial -> {
            Data data = Toys.blobs(trial, "rows", 12);
            NDArray sequences = data.x().reshape(3, 4, 2);
            assertStepsAlike(trial, data.x(), data.y());
            assertStepsAlike(trial, data.x(), data.y().mul(0.7).add(0.2));
            assertStepsAlike(trial, sequences, data.y().reshape(3, 4, -1));
            assertStepsAlike(trial, sequences, data.y().argMax(1).reshape(3, 4));
            return 0;
        });
    }

    private static void assertStepsAlike(Trial trial, NDArray x, NDArray target) {
        Net net = Net.of(trial, "mlp", Nets.sequence(Nets.linear(5), Nets.tanh(), Nets.linear(3)), 2);
        Net other = net.copy();
        Learner known = Learner.of(trial, Optimizer.sgd(0.5), net.params());
        Learner differentiated = Learner.of(trial, Optimizer.sgd(0.5), other.params());
        for (int step = 0; step < 3; step++) {
            double loss = known.minimise(() -> net.train(x), target, Loss.crossEntropy());
            assertThat(differentiated.minimise(() -> Loss.crossEntropy()
                            .perExample(other.train(x), target)
                            .mean()))
                    .isCloseTo(loss, within(1e-6));
        }
        for (String name : net.params().names()) {
            float[] weights = net.params().get(name).toFloatArray();
            float[] others = other.params().get(name).toFloatArray();
            for (int i = 0; i < weights.length; i++) {
                assertThat(weights[i]).as(name + "[" + i + "]").isCloseTo(others[i], within(1e-6f));
            }
        }
    }

    @Test
    void descendsByTheRateTimesTheGradient() {
        InTrial.run(trial -> {
            Params params = pair(trial, 3, -4);
            Learner learner = Learner.of(trial, Optimizer.sgd(0.25), params);
            assertThat(learner.minimise(bowl(params))).isEqualTo(12.5);
            assertThat(params.get("w").toFloatArray()).containsExactly(2.25f, -3);
            learner.minimise(bowl(params)); // gradients of two steps do not add up
            assertThat(params.get("w").toFloatArray()).containsExactly(1.6875f, -2.25f);
            return 0;
        });
    }

    @Test
    void momentumCarriesOn() {
        InTrial.run(trial -> {
            Params params = pair(trial, 1, 0);
            Learner learner = Learner.of(trial, Optimizer.sgd(0.1).momentum(0.9), params);
            double w = 1;
            double v = 0;
            for (int t = 0; t < 5; t++) {
                learner.minimise(bowl(params));
                v = 0.9 * v + 0.1 * w;
                w -= v;
                assertThat((double) params.get("w").toFloatArray()[0]).isCloseTo(w, within(1e-6));
            }
            return 0;
        });
    }

    @Test
    void adamTakesThePapersSteps() {
        InTrial.run(trial -> {
            double[] starts = {1, 1e-7}; // the second so small that ε shows
            Params params = pair(trial, 1, 1e-7f);
            Learner learner = Learner.of(trial, Optimizer.adam(0.01, 0.8, 0.9), params);
            double[] w = starts.clone();
            double[] m = new double[2];
            double[] v = new double[2];
            for (int t = 1; t <= 6; t++) {
                learner.minimise(bowl(params));
                for (int i = 0; i < 2; i++) {
                    double g = w[i];
                    m[i] = 0.8 * m[i] + 0.2 * g;
                    v[i] = 0.9 * v[i] + 0.1 * g * g;
                    double mean = m[i] / (1 - Math.pow(0.8, t));
                    double square = v[i] / (1 - Math.pow(0.9, t));
                    w[i] -= 0.01 * mean / (Math.sqrt(square) + 1e-8);
                    assertThat((double) params.get("w").toFloatArray()[i])
                            .as("w[" + i + "] after step " + t)
                            .isCloseTo(w[i], within(2e-6));
                }
            }
            return 0;
        });
    }

    @Test
    void decayShrinksMatricesAndSparesBiases() {
        InTrial.run(trial -> {
            Params params = Params.of(trial, "net")
                    .constant("w", 2, 1, 1)
                    .constant("b", 2, 1)
                    .build();
            Learner learner = Learner.of(trial, Optimizer.sgd(0.1).decay(0.5), params);
            learner.minimise(
                    () -> params.get("w").mul(0).add(params.get("b").mul(0)).sum());
            assertThat(params.get("w").toFloatArray()).containsExactly(1.9f);
            assertThat(params.get("b").toFloatArray()).containsExactly(2f);
            return 0;
        });
    }

    @Test
    void clipsTheNormOfTheWholeGradient() {
        InTrial.run(trial -> {
            Params one = Params.of(trial, "one").constant("w", 30, 1).build();
            Params two = Params.of(trial, "two").constant("w", 40, 1).build();
            Learner learner = Learner.of(trial, Optimizer.sgd(1).clip(5), one, two);
            learner.minimise(
                    () -> one.get("w").square().add(two.get("w").square()).sum().div(2));
            assertThat(one.get("w").toFloatArray()[0]).isCloseTo(27, within(1e-4f)); // (30, 40) has norm 50
            assertThat(two.get("w").toFloatArray()[0]).isCloseTo(36, within(1e-4f));
            return 0;
        });
    }

    @Test
    void followsTheSchedule() {
        Schedule schedule = Schedule.cosine().warmedUp(0.2);
        assertThat(schedule.factor(0)).isZero();
        assertThat(schedule.factor(0.1)).isCloseTo(0.5, within(1e-12));
        assertThat(schedule.factor(0.2)).isEqualTo(1);
        assertThat(schedule.factor(0.6)).isCloseTo(0.5, within(1e-12));
        assertThat(schedule.factor(1)).isCloseTo(0, within(1e-12));
        InTrial.run(trial -> {
            Params params = pair(trial, 1, 1);
            Learner.of(trial, Optimizer.sgd(1).schedule(schedule), params)
                    .progress(0.1)
                    .minimise(bowl(params));
            assertThat(params.get("w").toFloatArray()[0]).isCloseTo(0.5f, within(1e-6f));
            return 0;
        });
    }

    @Test
    void leavesBystandersAloneThoughTheLossGoesThroughThem() {
        InTrial.run(trial -> {
            Params mine = pair(trial, 1, 2);
            Params theirs = pair(trial, 3, 4);
            Supplier<NDArray> product = () -> mine.get("w").mul(theirs.get("w")).sum();
            Learner me = Learner.of(trial, Optimizer.sgd(0.5), mine);
            Learner them = Learner.of(trial, Optimizer.sgd(0.5), theirs);
            them.gradient(product); // so that both have had a gradient before
            me.minimise(product);
            me.minimise(product);
            assertThat(theirs.get("w").toFloatArray()).containsExactly(3, 4);
            assertThat(mine.get("w").toFloatArray()).containsExactly(-2, -2);
            Params gradient = them.gradient(product);
            assertThat(gradient.get("w").toFloatArray()).containsExactly(-2, -2);
            return 0;
        });
    }

    @Test
    void aWeightThatTheLossDoesNotTouchHasGradientZero() {
        InTrial.run(trial -> {
            Params params = Params.of(trial, "net")
                    .constant("a", 1, 1)
                    .constant("b", 1, 1)
                    .build();
            Learner learner = Learner.of(trial, Optimizer.sgd(0.1), params);
            learner.gradient(() -> params.get("a").add(params.get("b").mul(7)).sum());
            Params gradient = learner.gradient(() -> params.get("a").sum());
            assertThat(gradient.get("b").toFloatArray()).containsExactly(0);
            assertThat(gradient.get("a").toFloatArray()).containsExactly(1);
            return 0;
        });
    }

    @Test
    void secondOrderGoesThroughAWrittenOutInnerGradient() {
        InTrial.run(trial -> {
            // inner: w' = w − 0.1 · w³ (from ¼ w⁴); outer: ½ w'²; d/dw = w' (1 − 0.3 w²)
            Params params = pair(trial, 1.5f, -0.5f);
            Params gradient = Learner.of(trial, Optimizer.sgd(0), params).gradient(() -> {
                Params inner = params.map((name, w) -> w.mul(w).mul(w));
                Params fast = params.zip(inner, (w, g) -> w.sub(g.mul(0.1)));
                return fast.get("w").square().sum().div(2);
            });
            double[] starts = {1.5, -0.5};
            for (int i = 0; i < 2; i++) {
                double w = starts[i];
                double exact = (w - 0.1 * w * w * w) * (1 - 0.3 * w * w);
                assertThat((double) gradient.get("w").toFloatArray()[i]).isCloseTo(exact, within(1e-6));
            }
            return 0;
        });
    }

    @Test
    void refusesFrozenParamsAndLossesOfManyNumbers() {
        InTrial.run(trial -> {
            Params params = pair(trial, 1, 2);
            assertThatThrownBy(() -> Learner.of(trial, Optimizer.sgd(1), params.frozen()))
                    .hasMessageContaining("frozen");
            Learner learner = Learner.of(trial, Optimizer.sgd(1), params);
            assertThatThrownBy(() -> learner.minimise(() -> params.get("w")))
                    .hasMessageContaining("(1, 2)")
                    .hasMessageContaining("mean");
            learner.minimise(bowl(params)); // the failure has left nothing open
            assertThat(params.get("w").toFloatArray()).containsExactly(0, 0);
            return 0;
        });
    }

    @Test
    void refusesToNest() {
        InTrial.run(trial -> {
            Params params = pair(trial, 1, 2);
            Params inner = pair(trial, 1, 2);
            Learner learner = Learner.of(trial, Optimizer.sgd(1), params);
            Learner nested = Learner.of(trial, Optimizer.sgd(1), inner);
            assertThatThrownBy(() -> learner.minimise(() -> {
                        nested.minimise(bowl(inner));
                        return params.get("w").sum();
                    }))
                    .hasMessageContaining("do not nest");
            learner.minimise(bowl(params));
            assertThat(params.get("w").toFloatArray()).containsExactly(0, 0);
            return 0;
        });
    }
}
