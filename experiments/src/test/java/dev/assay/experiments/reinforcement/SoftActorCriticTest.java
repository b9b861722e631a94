package dev.assay.experiments.reinforcement;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.assay.Trial;
import dev.assay.experiments.InTrial;
import dev.assay.experiments.data.Rows;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SoftActorCriticTest {
    private static final double ALPHA = 0.2;
    private static final int SMOKE = 50;

    /**
     * The level of all values takes as long to settle as the horizon is far; what a policy depends on, their differences
     * within a cell, comes first, and is what is compared.
     */
    @Test
    void theLearnedPolicyComesNearTheExactSoftOptimalOne() {
        InTrial.run(t -> {
            SparseGrid grid = new SparseGrid(7, 6);
            SoftActorCritic learner =
                    new SoftActorCritic(t, grid, new SoftActorCritic.Rules(ALPHA, false, false, 1e-2), 300 * SMOKE);
            double before = distance(t, learner.policy(), grid);
            learner.learn(1);
            assertThat(before).isGreaterThan(0.3);
            assertThat(distance(t, learner.policy(), grid)).isLessThan(0.15);
            assertThat(learner.greedyReturn()).isEqualTo(grid.optimalReturn(new double[] {5, 5}));
            return true;
        });
    }

    /** The mean total variation, over cells, between a policy and the one that is proportional to exp(Q / α). */
    private static double distance(Trial t, Policy policy, SparseGrid grid) {
        double[][] exact = SoftValues.of(grid, ALPHA, 0.95);
        float[] seen = new float[exact.length * grid.observationSize()];
        for (int cell = 0; cell < exact.length; cell++) {
            grid.observe(SoftValues.state(cell), seen, cell * grid.observationSize());
        }
        NDArray observations = t.arrays().create(seen, new Shape(exact.length, grid.observationSize()));
        double[][] logits = Rows.of(policy.describe(observations));
        double sum = 0;
        for (int cell = 0; cell < exact.length; cell++) {
            double[] mine = softmax(logits[cell], 1);
            double[] best = softmax(exact[cell], ALPHA);
            for (int choice = 0; choice < mine.length; choice++) {
                sum += Math.abs(mine[choice] - best[choice]) / 2 / exact.length;
            }
        }
        return sum;
    }

    private static double[] softmax(double[] values, double alpha) {
        double largest = Arrays.stream(values).max().orElseThrow();
        double[] weights = Arrays.stream(values)
                .map(value -> Math.exp((value - largest) / alpha))
                .toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }
}
