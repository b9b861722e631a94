package dev.assay.experiments.reinforcement;

import java.util.random.RandomGenerator;

/**
 * The rules of a place to act in, without a state of their own. Episodes end by the clock alone: no move is final, so that
 * the value of what comes next always counts.
 */
sealed interface World permits SparseGrid, PointMass {
    /** The side of the square lattice on which visits are counted. */
    int SIDE = 11;

    /** What it is called where returns are drawn, each world on a scale of its own. */
    String title();

    /** How many numbers an observation has. */
    int observationSize();

    /** How many numbers an action has: one for each choice, of which one is 1 and the rest 0, or one for each direction. */
    int actionSize();

    /** Whether an action is one of a few choices, and not numbers from −1 to 1. */
    boolean hasChoices();

    /** The moves of an episode. */
    int horizon();

    /** A state in which an episode begins. */
    double[] start(RandomGenerator random);

    /** What an action does. */
    Move move(double[] state, double[] action);

    /** What can be seen of a state, written to {@code into} from {@code offset} on. */
    void observe(double[] state, float[] into, int offset);

    /** The cell of the lattice in which a state lies, row by row from the bottom. */
    int cell(double[] state);

    /** The largest sum of rewards that an episode from this state can bring. */
    double optimalReturn(double[] start);

    /** A state and what getting there paid. */
    final class Move {
        private final double[] next;
        private final double reward;

        Move(double[] next, double reward) {
            this.next = next;
            this.reward = reward;
        }

        double[] next() {
            return next;
        }

        double reward() {
            return reward;
        }
    }
}
