package dev.assay.experiments.reinforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import dev.assay.experiments.InTrial;
import dev.assay.experiments.data.Rows;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class EnvironmentsTest {
    private static final SparseGrid GRID = new SparseGrid(10, 2);
    private static final double[] LEFT = {0, 1, 0, 0};

    private static double[][] allLeft(int walkers) {
        double[][] actions = new double[walkers][];
        Arrays.fill(actions, LEFT);
        return actions;
    }

    @Test
    void everyMoveIsCountedWhereItEnded() {
        Environments environments = new Environments(GRID, 4, RandomStream.of(1));
        for (int i = 0; i < 5; i++) {
            environments.move(allLeft(4));
        }
        long[] visits = environments.visits();
        assertThat(Arrays.stream(visits).sum()).isEqualTo(20);
        for (int column = 0; column < 5; column++) {
            assertThat(visits[5 * World.SIDE + column]).isEqualTo(4);
        }
    }

    @Test
    void whatIsSeenAfterAMoveIsSeenBeforeTheNextUnlessTheTimeIsUp() {
        int walkers = 2;
        Environments environments = new Environments(GRID, walkers, RandomStream.of(1));
        int begun = 0;
        float[] before = environments.observations();
        for (int i = 0; i < GRID.horizon(); i++) {
            Environments.Transitions made = environments.move(allLeft(walkers));
            assertThat(made.observations()).containsExactly(before);
            float[] after = environments.observations();
            for (int walker = 0; walker < walkers; walker++) {
                int from = walker * GRID.observationSize();
                int to = from + GRID.observationSize();
                if (!Arrays.equals(made.next(), from, to, after, from, to)) {
                    begun++;
                    assertThat(after[from + 5]).isEqualTo(1); // the middle
                    assertThat(made.next()[from]).isEqualTo(1); // the wall on the left, in the old episode still
                }
            }
            before = after;
        }
        assertThat(begun).isEqualTo(walkers);
    }

    @Test
    void aBatchHoldsTransitionsAsTheyWereMade() {
        InTrial.run(t -> {
            Replay replay = new Replay(new PointMass(), 60);
            Environments environments = new Environments(new PointMass(), 20, RandomStream.of(1));
            for (int i = 0; i < 3; i++) {
                replay.add(environments.move(pushes(20, i)));
            }
            Replay.Batch batch = replay.draw(t.arrays(), RandomStream.of(2), 200);
            double[][] states = Rows.of(batch.observations());
            double[][] actions = Rows.of(batch.actions());
            double[][] next = Rows.of(batch.next());
            double[] rewards = Rows.vector(batch.rewards());
            for (int i = 0; i < 200; i++) {
                World.Move move = new PointMass().move(states[i], actions[i]);
                assertThat((float) rewards[i]).isCloseTo((float) move.reward(), within(1e-5f));
                assertThat(next[i]).containsExactly(move.next(), within(1e-5));
            }
            assertThat(Arrays.stream(rewards).distinct().count()).isGreaterThan(40);
            assertThatThrownBy(() -> replay.add(environments.move(pushes(20, 4))))
                    .hasMessageContaining("60");
            return true;
        });
    }

    private static double[][] pushes(int count, int seed) {
        double[][] pushes = new double[count][];
        Arrays.setAll(pushes, i -> RandomStream.of(100L * seed + i).gaussians(2));
        for (double[] push : pushes) {
            push[0] = Math.tanh(push[0]);
            push[1] = Math.tanh(push[1]);
        }
        return pushes;
    }
}
