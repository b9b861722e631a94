package dev.assay.experiments.reinforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class WorldsTest {
    private static final double[] RIGHT = {1, 0, 0, 0};
    private static final double[] DOWN = {0, 0, 0, 1};

    /** The most that can be earned in so many moves, from every cell, by going through all of them. */
    private static double[] mostFrom(SparseGrid grid, int moves) {
        double[] best = new double[World.SIDE * World.SIDE];
        for (int move = 0; move < moves; move++) {
            double[] longer = new double[best.length];
            for (int cell = 0; cell < best.length; cell++) {
                for (int choice = 0; choice < grid.actionSize(); choice++) {
                    World.Move made = grid.move(SoftValues.state(cell), SoftValues.action(grid, choice));
                    longer[cell] = Math.max(longer[cell], made.reward() + best[grid.cell(made.next())]);
                }
            }
            best = longer;
        }
        return best;
    }

    @Test
    void theBestReturnOfAGridIsWhatDynamicProgrammingFinds() {
        for (int seed = 0; seed < 8; seed++) {
            SparseGrid grid = SparseGrid.random(RandomStream.of(seed));
            double[] most = mostFrom(grid, grid.horizon());
            for (int cell = 0; cell < most.length; cell++) {
                if (cell != grid.goalY() * World.SIDE + grid.goalX()) { // where nobody ever stands
                    assertThat(grid.optimalReturn(SoftValues.state(cell))).isEqualTo(most[cell]);
                }
            }
            assertThat(grid.optimalReturn(grid.start(RandomStream.of(1)))).isEqualTo(6);
        }
    }

    @Test
    void wallsStopAWalkerAndTheGoalSendsItBack() {
        SparseGrid grid = new SparseGrid(10, 2);
        assertThat(grid.move(new double[] {10, 0}, RIGHT).next()).containsExactly(10, 0);
        assertThat(grid.move(new double[] {10, 0}, DOWN).next()).containsExactly(10, 0);
        World.Move arrival = grid.move(new double[] {9, 2}, RIGHT);
        assertThat(arrival.reward()).isEqualTo(1);
        assertThat(arrival.next()).containsExactly(5, 5);
        assertThat(grid.move(new double[] {5, 5}, DOWN)).satisfies(move -> {
            assertThat(move.reward()).isZero();
            assertThat(move.next()).containsExactly(5, 4);
        });
    }

    @Test
    void aGoalInTheMiddleOrOutsideIsRefused() {
        assertThatThrownBy(() -> new SparseGrid(5, 5)).hasMessageContaining("(5, 5)");
        assertThatThrownBy(() -> new SparseGrid(11, 0)).hasMessageContaining("(11, 0)");
    }

    @Test
    void anObservationSaysColumnAndRow() {
        float[] seen = new float[2 + 22];
        new SparseGrid(0, 2).observe(new double[] {3, 10}, seen, 2);
        float[] expected = new float[24];
        expected[2 + 3] = 1;
        expected[2 + 11 + 10] = 1;
        assertThat(seen).containsExactly(expected);
    }

    private static double costOf(PointMass world, double[] start, double[] nudge) {
        Regulator regulator = world.regulator();
        double[] state = start;
        double cost = 0;
        for (int move = 0; move < world.horizon(); move++) {
            double[] action = new double[2];
            for (int axis = 0; axis < 2; axis++) {
                action[axis] = regulator.action(move, state[axis], state[2 + axis]) + nudge[2 * move + axis];
                assertThat(action[axis]).isBetween(-PointMass.BOUND, PointMass.BOUND);
            }
            World.Move made = world.move(state, action);
            cost -= made.reward();
            state = made.next();
        }
        return cost;
    }

    @Test
    void theRegulatorEarnsWhatTheRiccatiRecursionPromises() {
        PointMass world = new PointMass();
        double[] still = new double[2 * world.horizon()];
        for (double[] start : new double[][] {{1, 1, 0, 0}, {-1, 0.3, 0, 0}, {0, -0.7, 0, 0}}) {
            assertThat(-costOf(world, start, still)).isCloseTo(world.optimalReturn(start), within(1e-9));
        }
    }

    @Test
    void noOtherPushesCostLessThanTheRegulators() {
        PointMass world = new PointMass();
        double[] start = {0.8, -0.6, 0, 0};
        for (int seed = 0; seed < 50; seed++) {
            double[] nudge = RandomStream.of(seed).gaussians(2 * world.horizon());
            double[] small = Arrays.stream(nudge).map(push -> 0.03 * push).toArray();
            assertThat(-costOf(world, start, small)).isLessThan(world.optimalReturn(start));
        }
    }

    @Test
    void aWallStopsTheMass() {
        World.Move move = new PointMass().move(new double[] {1.6, 0, 3, 0}, new double[] {1, 0});
        assertThat(move.next()).containsExactly(1.65, 0, 0, 0);
    }

    @Test
    void theLatticeCoversTheRoomFromWallToWall() {
        PointMass world = new PointMass();
        assertThat(world.cell(new double[] {-1.65, -1.65, 0, 0})).isZero();
        assertThat(world.cell(new double[] {0, 0, 0, 0})).isEqualTo(60);
        assertThat(world.cell(new double[] {1.65, 1.65, 0, 0})).isEqualTo(120);
    }
}
