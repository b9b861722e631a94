package dev.assay.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.recurrent.GRU;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class NetTest {

    @Test
    void startsWithWeightsFromStreamsOfTheTrial() {
        InTrial.run(trial -> {
            Net one = Net.of(trial, "mlp", Nets.mlp(400, 10), 50);
            Net two = Net.of(trial, "mlp", Nets.mlp(400, 10), 50);
            Net other = Net.of(trial, "other", Nets.mlp(400, 10), 50);
            float[] weights = one.params().get("01Linear_weight").toFloatArray();
            assertThat(two.params().get("01Linear_weight").toFloatArray()).isEqualTo(weights);
            assertThat(other.params().get("01Linear_weight").toFloatArray()).isNotEqualTo(weights);
            double squares = 0;
            for (float weight : weights) {
                squares += weight * weight;
            }
            assertThat(squares / weights.length).isCloseTo(2.0 / 50, within(0.002)); // He: 2 / inputs; s.e. 0.0004
            assertThat(one.params().get("01Linear_bias").toFloatArray()).containsOnly(0);
            assertThat(one.params().count()).isEqualTo(50 * 400 + 400 + 400 * 10 + 10);
            double first = trial.random("mlp/01Linear_weight", 0).nextGaussian() * Math.sqrt(2.0 / 50);
            assertThat((double) weights[0]).as("the same on both engines").isCloseTo(first, within(1e-7));
            return 0;
        });
    }

    @Test
    void computesWhatItsWeightsSay() {
        InTrial.run(trial -> {
            Net net = Net.of(trial, "line", Nets.linear(1), 2);
            net.params().set("weight", new float[] {2, -1});
            net.params().set("bias", new float[] {0.5f});
            NDArray x = trial.arrays().create(new float[][] {{1, 1}, {3, 0}});
            assertThat(net.eval(x).toFloatArray()).containsExactly(1.5f, 6.5f);
            Net doubled = net.with(net.params().map((name, w) -> w.mul(2)));
            assertThat(doubled.eval(x).toFloatArray()).containsExactly(3, 13);
            Net copy = net.copy();
            copy.params().set("bias", new float[] {100});
            assertThat(net.eval(x).toFloatArray()).containsExactly(1.5f, 6.5f);
            return 0;
        });
    }

    @Test
    void gradientsFlowThroughDerivedWeights() {
        InTrial.run(trial -> {
            Net net = Net.of(trial, "line", Nets.linear(1), 2);
            Params scale = Params.of(trial, "scale").constant("s", 3, 1).build();
            net.params().set("weight", new float[] {2, -1});
            NDArray x = trial.arrays().create(new float[][] {{1, 1}, {3, 0}});
            Params gradient = Learner.of(trial, Optimizer.sgd(0), scale)
                    .gradient(() -> net.with(net.params().map((name, w) -> w.mul(scale.get("s"))))
                            .train(x)
                            .sum());
            assertThat(gradient.get("s").toFloatArray()).containsExactly(7); // Σ w·x, and the bias is 0
            return 0;
        });
    }

    @Test
    void trainsAndEvaluatesInsideAndOutsideALoss() {
        InTrial.run(trial -> {
            Net net = Net.of(trial, "net", Nets.mlp(Nets::batchNorm, 8, 2), 3);
            Net dropping = Net.of(trial, "dropping", Nets.sequence(Nets.dropout(0.5), Nets.linear(2)), 3);
            NDArray x = trial.normal("x", 16, 3);
            Learner learner = Learner.of(trial, Optimizer.sgd(0.1), net.params(), dropping.params());
            learner.minimise(() -> net.train(x)
                    .add(net.eval(x))
                    .add(dropping.train(x))
                    .add(dropping.eval(x))
                    .square()
                    .mean());
            net.train(x);
            net.eval(x);
            dropping.train(x);
            assertThat(dropping.eval(x).toFloatArray())
                    .isEqualTo(dropping.eval(x).toFloatArray());
            return 0;
        });
    }

    @Test
    void dropoutDropsItsShareAndKeepsTheMean() {
        InTrial.run(trial -> {
            Net net = Net.of(trial, "drop", Nets.dropout(0.25), 1000);
            NDArray ones = trial.arrays().ones(new ai.djl.ndarray.types.Shape(10, 1000));
            float[] out = net.train(ones).toFloatArray();
            int dropped = 0;
            for (float value : out) {
                assertThat(value).isIn(0f, 4 / 3f);
                dropped += value == 0 ? 1 : 0;
            }
            assertThat(dropped).isBetween(2330, 2670); // 2,500 ± 4 standard deviations of a binomial
            assertThat(net.train(ones).toFloatArray()).isNotEqualTo(out);
            assertThat(net.eval(ones).toFloatArray()).containsOnly(1);
            return 0;
        });
    }

    @Test
    void runsRecurrentLayersOfDjl() {
        InTrial.run(trial -> {
            Supplier<Block> gru = () -> GRU.builder()
                    .setStateSize(4)
                    .setNumLayers(1)
                    .optReturnState(false)
                    .optBatchFirst(true)
                    .build();
            Net net = Net.of(trial, "gru", Nets.sequence(gru.get(), Nets.layerNorm(), Nets.linear(2)), 5, 3);
            NDArray x = trial.normal("x", 6, 5, 3);
            assertThat(net.eval(x).getShape().getShape()).containsExactly(6, 5, 2);
            Learner learner = Learner.of(trial, Optimizer.adam(0.01), net.params());
            double first = learner.minimise(() -> net.train(x).sub(1).square().mean());
            double last = first;
            for (int i = 0; i < 60; i++) {
                last = learner.minimise(() -> net.train(x).sub(1).square().mean());
            }
            assertThat(last).isLessThan(first / 4);
            return 0;
        });
    }

    @Test
    void refusesABlockOfAnotherNet() {
        InTrial.run(trial -> {
            Block block = Nets.mlp(4, 2);
            Net.of(trial, "one", block, 3);
            assertThatThrownBy(() -> Net.of(trial, "two", block, 3)).hasMessageContaining("copy()");
            return 0;
        });
    }
}
