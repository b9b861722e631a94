package dev.assay.experiments.reinforcement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.random.RandomGenerator;

/** Every transition so far, to learn from in random batches. */
final class Replay {
    private final int observationSize;
    private final int actionSize;
    private final float[] observations;
    private final float[] actions;
    private final float[] rewards;
    private final float[] next;
    private int size;

    /**
     * An empty memory.
     *
     * @param capacity the transitions that it can hold
     */
    Replay(World world, int capacity) {
        observationSize = world.observationSize();
        actionSize = world.actionSize();
        observations = new float[capacity * observationSize];
        actions = new float[capacity * actionSize];
        rewards = new float[capacity];
        next = new float[capacity * observationSize];
    }

    /**
     * Transitions as arrays, a row each.
     *
     * @param rewards (n, 1)
     */
    record Batch(NDArray observations, NDArray actions, NDArray rewards, NDArray next) {}

    /**
     * Remembers.
     *
     * @throws IllegalStateException if there is no room left
     */
    void add(Environments.Transitions transitions) {
        int count = transitions.rewards().length;
        if (size + count > rewards.length) {
            throw new IllegalStateException("a memory of " + rewards.length + " transitions holds " + size
                    + " and has no room for " + count + " more");
        }
        System.arraycopy(transitions.observations(), 0, observations, size * observationSize, count * observationSize);
        System.arraycopy(transitions.actions(), 0, actions, size * actionSize, count * actionSize);
        System.arraycopy(transitions.rewards(), 0, rewards, size, count);
        System.arraycopy(transitions.next(), 0, next, size * observationSize, count * observationSize);
        size += count;
    }

    /** Transitions drawn with replacement, all alike. */
    Batch draw(NDManager arrays, RandomGenerator random, int n) {
        float[] seen = new float[n * observationSize];
        float[] taken = new float[n * actionSize];
        float[] paid = new float[n];
        float[] after = new float[n * observationSize];
        for (int i = 0; i < n; i++) {
            int from = random.nextInt(size);
            System.arraycopy(observations, from * observationSize, seen, i * observationSize, observationSize);
            System.arraycopy(actions, from * actionSize, taken, i * actionSize, actionSize);
            paid[i] = rewards[from];
            System.arraycopy(next, from * observationSize, after, i * observationSize, observationSize);
        }
        return new Batch(
                arrays.create(seen, new Shape(n, observationSize)),
                arrays.create(taken, new Shape(n, actionSize)),
                arrays.create(paid, new Shape(n, 1)),
                arrays.create(after, new Shape(n, observationSize)));
    }
}
