package dev.assay.experiments.reinforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.assay.RandomStream;
import dev.assay.experiments.InTrial;
import dev.assay.experiments.data.Rows;
import dev.assay.train.Learner;
import dev.assay.train.Optimizer;
import dev.assay.train.Params;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class PoliciesTest {
    private static final int UNITS = 8;
    private static final SparseGrid GRID = new SparseGrid(10, 2);
    private static final PointMass ROOM = new PointMass();

    private static float[] seenBy(World world, double[][] states) {
        float[] seen = new float[states.length * world.observationSize()];
        for (int i = 0; i < states.length; i++) {
            world.observe(states[i], seen, i * world.observationSize());
        }
        return seen;
    }

    @Test
    void theProspectOfChoicesIsTheirExpectation() {
        InTrial.run(t -> {
            Policy policy = Policy.of(t, GRID, UNITS);
            TwinCritics critics = policy.critics(t, UNITS);
            NDArray seen = t.arrays().create(seenBy(GRID, new double[][] {{1, 2}, {7, 9}}), new Shape(2, 22));
            double[][] logits = Rows.of(policy.describe(seen));
            double[][] one = Rows.of(critics.both(seen).get(0));
            double[][] other = Rows.of(critics.both(seen).get(1));
            NDArray third = t.arrays().create(new float[] {0, 0, 1, 0, 0, 0, 1, 0}, new Shape(2, 4));
            Policy.Review review = policy.review(seen, third, seen, critics);
            double[] values = Rows.vector(review.prospect().value());
            double[] entropies = Rows.vector(review.prospect().entropy());
            double[] taken = Rows.vector(review.taken());
            for (int i = 0; i < 2; i++) {
                double sum = Arrays.stream(logits[i]).map(Math::exp).sum();
                double value = 0;
                double entropy = 0;
                for (int choice = 0; choice < 4; choice++) {
                    double p = Math.exp(logits[i][choice]) / sum;
                    value += p * Math.min(one[i][choice], other[i][choice]);
                    entropy -= p * Math.log(p);
                }
                assertThat(values[i]).isCloseTo(value, within(1e-5));
                assertThat(entropies[i]).isCloseTo(entropy, within(1e-5));
                assertThat(taken[i]).isCloseTo(one[i][2], within(1e-6));
                assertThat(taken[2 + i]).isCloseTo(other[i][2], within(1e-6));
            }
            assertThat(Arrays.equals(one[0], other[0])).isFalse();
            return true;
        });
    }

    @Test
    void choicesAreDrawnWithTheirProbabilities() {
        InTrial.run(t -> {
            Policy policy = Policy.of(t, GRID, UNITS);
            double[] logits = {0, 1, 2, -1};
            double sum = Arrays.stream(logits).map(Math::exp).sum();
            double[] counts = new double[4];
            RandomStream random = RandomStream.of(1);
            for (int i = 0; i < 20_000; i++) {
                double[] action = policy.sample(logits, random);
                assertThat(Arrays.stream(action).sum()).isEqualTo(1);
                for (int choice = 0; choice < 4; choice++) {
                    counts[choice] += action[choice] / 20_000;
                }
            }
            for (int choice = 0; choice < 4; choice++) {
                assertThat(counts[choice]).isCloseTo(Math.exp(logits[choice]) / sum, within(0.015));
            }
            assertThat(policy.greedy(logits)).containsExactly(0, 0, 1, 0);
            return true;
        });
    }

    /** −∫ π log π of tanh(u), u ~ N(mean, deviation²), by the midpoint rule over actions. */
    private static double entropyByIntegration(double mean, double deviation) {
        int parts = 200_000;
        double entropy = 0;
        double mass = 0;
        for (int i = 0; i < parts; i++) {
            double action = -1 + (i + 0.5) * 2 / parts;
            double u = 0.5 * Math.log((1 + action) / (1 - action));
            double z = (u - mean) / deviation;
            double density = Math.exp(-z * z / 2) / (deviation * Math.sqrt(2 * Math.PI)) / (1 - action * action);
            mass += density * 2 / parts;
            entropy -= density > 0 ? density * Math.log(density) * 2 / parts : 0;
        }
        assertThat(mass).isCloseTo(1, within(1e-4));
        return entropy;
    }

    @Test
    void theEntropyOfPushesIsThatOfTheSquashedDensity() {
        InTrial.run(t -> {
            Policy policy = Policy.of(t, ROOM, UNITS);
            int n = 40_000;
            double[][] states = new double[n][];
            Arrays.fill(states, new double[] {0.9, -0.8, 0.4, 0.2});
            NDArray seen = t.arrays().create(seenBy(ROOM, states), new Shape(n, 4));
            double[] described = Rows.of(policy.describe(seen))[0];
            double exact = 0;
            for (int axis = 0; axis < 2; axis++) {
                double log = -5 + 3.5 * (Math.tanh(described[2 + axis]) + 1);
                exact += entropyByIntegration(described[axis], Math.exp(log));
            }
            NDArray noise = t.normal("noise", n, 2);
            double estimate = policy.prospect(seen, noise, policy.critics(t, UNITS))
                    .entropy()
                    .mean()
                    .toFloatArray()[0];
            assertThat(estimate).isCloseTo(exact, within(0.03)); // 4 standard errors
            return true;
        });
    }

    @Test
    void entropyStaysFiniteWherePushesAreSaturated() {
        InTrial.run(t -> {
            Policy policy = Policy.of(t, ROOM, UNITS);
            NDArray seen = t.arrays().create(new float[] {300, -300, 300, 300}, new Shape(1, 4));
            float entropy = policy.prospect(seen, t.normal("noise", 1, 2), policy.critics(t, UNITS))
                    .entropy()
                    .toFloatArray()[0];
            assertThat(entropy).isFinite();
            return true;
        });
    }

    private static double[] slopes(Params params, Learner learner, Supplier<NDArray> loss) {
        Params gradient = learner.gradient(loss);
        double squares = gradient.dot(gradient).toFloatArray()[0];
        float step = (float) (1e-2 / Math.sqrt(squares));
        Params here = params.copy();
        params.set(here.zip(gradient, (weight, g) -> weight.add(g.mul(step))));
        double up = loss.get().toFloatArray()[0];
        params.set(here.zip(gradient, (weight, g) -> weight.sub(g.mul(step))));
        double down = loss.get().toFloatArray()[0];
        params.set(here);
        return new double[] {squares, (up - down) / (2 * step)};
    }

    @Test
    void theGradientOfWhatAPolicyCanExpectAgreesWithDifferences() {
        for (World world : new World[] {GRID, ROOM}) {
            InTrial.run(t -> {
                Policy policy = Policy.of(t, world, UNITS);
                TwinCritics critics = policy.critics(t, UNITS);
                double[][] states = SoftActorCritic.judgedStarts(t, world);
                NDArray seen =
                        t.arrays().create(seenBy(world, states), new Shape(states.length, world.observationSize()));
                NDArray noise = t.normal("noise", states.length, world.actionSize());
                NDArray actions = t.normal("actions", states.length, world.actionSize());
                Supplier<NDArray> expected = () -> {
                    Policy.Prospect now =
                            policy.review(seen, actions, noise, critics).prospect();
                    return now.value().add(now.entropy().mul(0.3f)).mean();
                };
                double[] slopes = slopes(policy.params(), Learner.of(t, Optimizer.sgd(1), policy.params()), expected);
                assertThat(slopes[1]).isCloseTo(slopes[0], within(0.02 * slopes[0]));
                Params ofCritics =
                        Learner.of(t, Optimizer.sgd(1), critics.weights()).gradient(expected);
                assertThat(ofCritics.dot(ofCritics).toFloatArray()[0]).isZero();
                return true;
            });
        }
    }

    @Test
    void aTunedPriceFallsWhileThereIsMoreEntropyThanAskedFor() {
        InTrial.run(t -> {
            Temperature tuned = Temperature.tuned(t, 0.2, 0.7);
            Learner learner = Learner.of(t, Optimizer.sgd(1), tuned.and());
            NDArray zero = t.arrays().create(new float[] {0}).sum();
            NDArray entropy = t.arrays().create(new float[] {1.2f}).sum();
            learner.minimise(() -> tuned.add(zero, entropy));
            float alpha = tuned.alpha(t.arrays()).toFloatArray()[0];
            assertThat(alpha).isCloseTo((float) (0.2 * Math.exp(-0.5)), within(1e-5f));
            assertThat(Temperature.fixed(0.3).alpha(t.arrays()).toFloatArray()).containsExactly(0.3f);
            assertThatThrownBy(() -> Temperature.tuned(t, 0, 0.7)).hasMessageContaining("0.0");
            assertThatThrownBy(() -> Temperature.fixed(-1)).hasMessageContaining("-1");
            return true;
        });
    }
}
