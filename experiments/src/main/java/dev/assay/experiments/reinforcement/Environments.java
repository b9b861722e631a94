package dev.assay.experiments.reinforcement;

import java.util.random.RandomGenerator;

/** Many walkers in one world who move together, each in an episode of its own. */
final class Environments {
    private final World world;
    private final RandomGenerator random;
    private final double[][] states;
    private final int[] ages;
    private final long[] visits = new long[World.SIDE * World.SIDE];

    /**
     * Walkers at the start of their first episodes, of which some are shorter than the others, so that not all begin the next
     * at once.
     */
    Environments(World world, int count, RandomGenerator random) {
        this.world = world;
        this.random = random;
        states = new double[count][];
        ages = new int[count];
        for (int i = 0; i < count; i++) {
            states[i] = world.start(random);
            ages[i] = i * world.horizon() / count;
        }
    }

    /** One move of every walker, a row each. */
    static final class Transitions {
        private final float[] observations;
        private final float[] actions;
        private final float[] rewards;
        private final float[] next;

        private Transitions(float[] observations, float[] actions, float[] rewards, float[] next) {
            this.observations = observations;
            this.actions = actions;
            this.rewards = rewards;
            this.next = next;
        }

        /** What was seen before. */
        float[] observations() {
            return observations;
        }

        float[] actions() {
            return actions;
        }

        float[] rewards() {
            return rewards;
        }

        /** What was seen after; of a walker whose episode is over, in that episode still. */
        float[] next() {
            return next;
        }
    }

    /** What each walker sees, row after row. */
    float[] observations() {
        float[] seen = new float[states.length * world.observationSize()];
        for (int i = 0; i < states.length; i++) {
            world.observe(states[i], seen, i * world.observationSize());
        }
        return seen;
    }

    /** Moves every walker by its action; those whose time is up begin a new episode. */
    Transitions move(double[][] actions) {
        float[] before = observations();
        float[] taken = new float[states.length * world.actionSize()];
        float[] rewards = new float[states.length];
        float[] next = new float[before.length];
        for (int i = 0; i < states.length; i++) {
            for (int j = 0; j < world.actionSize(); j++) {
                taken[i * world.actionSize() + j] = (float) actions[i][j];
            }
            World.Move move = world.move(states[i], actions[i]);
            rewards[i] = (float) move.reward();
            world.observe(move.next(), next, i * world.observationSize());
            visits[world.cell(move.next())]++;
            ages[i]++;
            boolean over = ages[i] >= world.horizon();
            ages[i] = over ? 0 : ages[i];
            states[i] = over ? world.start(random) : move.next();
        }
        return new Transitions(before, taken, rewards, next);
    }

    /** How often a move ended in each cell of the lattice, row by row from the bottom. */
    long[] visits() {
        return visits.clone();
    }
}
