package dev.assay.experiments.reinforcement;

import static dev.assay.train.Optimizer.adam;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.assay.RandomStream;
import dev.assay.Step;
import dev.assay.Trial;
import dev.assay.experiments.data.Rows;
import dev.assay.train.Learner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Learns to act by playing: a policy, twin critics and a temperature α, all moved by one gradient from one batch a round
 * (Haarnoja et al. 2018; for choices, Christodoulou 2019).
 */
final class SoftActorCritic {
    private static final int WALKERS = 64;
    private static final int BATCH = 128;
    private static final int UNITS = 32;
    private static final int RANDOM_ROUNDS = 4;
    private static final double DISCOUNT = 0.95;
    private static final float FOLLOW = 0.05f;
    private static final double FIRST_EPSILON = 1;
    private static final double LAST_EPSILON = 0.05;
    private static final int JUDGED_EPISODES = 16;
    private static final int ROUNDS_OF_A_LOOK = 20;

    private final Trial trial;
    private final World world;
    private final Rules rules;
    private final Policy policy;
    private final TwinCritics critics;
    private final TwinCritics target;
    private final Temperature temperature;
    private final Learner learner;
    private final Environments environments;
    private final Replay replay;
    private final int rounds;

    /**
     * How to learn.
     *
     * @param alpha the price of a nat of entropy, from 0; where it is tuned, the first
     * @param tuned whether α follows the entropy: down where there is more than half of what is possible, or than −1 nat a
     *     direction, and up where there is less
     * @param epsilonGreedy whether to act greedily but for a share of random actions, which falls from 1 to .05 in the
     *     first half; else actions are drawn from the policy
     * @param rate the learning rate of everything
     */
    record Rules(double alpha, boolean tuned, boolean epsilonGreedy, double rate) {}

    /**
     * What came of it.
     *
     * @param greedyReturn the mean sum of rewards of an episode without any chance in it
     * @param entropy of the policy, in nats, the mean over the batches of the last quarter
     * @param visits how often a move ended in each cell, row by row from the bottom
     */
    record Learned(double greedyReturn, double entropy, List<Long> visits) {}

    SoftActorCritic(Trial trial, World world, Rules rules, int rounds) {
        this.trial = trial;
        this.world = world;
        this.rules = rules;
        this.rounds = rounds;
        policy = Policy.of(trial, world, UNITS);
        critics = policy.critics(trial, UNITS);
        target = critics.copy();
        temperature = rules.tuned()
                ? Temperature.tuned(trial, rules.alpha(), policy.entropyTarget())
                : Temperature.fixed(rules.alpha());
        learner = Learner.of(trial, adam(rules.rate()), temperature.and(critics.weights(), policy.params()));
        environments = new Environments(world, WALKERS, trial.random("walkers"));
        replay = new Replay(world, WALKERS * trial.effort(rounds));
    }

    /**
     * Plays and learns.
     *
     * @param most how often the curves get a point, but not before each {@value #ROUNDS_OF_A_LOOK} rounds
     */
    Learned learn(int most) {
        int last = trial.effort(rounds);
        int looks = Math.min(most, Math.max(1, last / ROUNDS_OF_A_LOOK));
        List<Double> entropies = new ArrayList<>();
        for (Step step : trial.steps(rounds)) {
            int round = step.index();
            act(step, epsilon(round, last));
            if (round < RANDOM_ROUNDS) {
                continue;
            }
            NDArray entropy = update(step);
            if (round >= last * 3 / 4) {
                entropies.add((double) entropy.toFloatArray()[0]);
            }
            if ((round + 1) * looks / last > round * looks / last) {
                trial.curve("greedy return, " + world.title(), WALKERS * (round + 1), greedyReturn());
                trial.curve("policy entropy", WALKERS * (round + 1), entropy.toFloatArray()[0]);
            }
        }
        double entropy =
                entropies.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return new Learned(
                greedyReturn(),
                entropy,
                Arrays.stream(environments.visits()).boxed().toList());
    }

    private static double epsilon(int round, int last) {
        return Math.max(LAST_EPSILON, FIRST_EPSILON - (FIRST_EPSILON - LAST_EPSILON) * 2 * round / last);
    }

    private void act(Step step, double epsilon) {
        RandomStream random = step.random("actions");
        double[][] described = described(environments.observations(), WALKERS);
        double[][] actions = new double[WALKERS][];
        for (int i = 0; i < WALKERS; i++) {
            boolean blind = step.index() < RANDOM_ROUNDS || (rules.epsilonGreedy() && random.nextDouble() < epsilon);
            if (blind) {
                actions[i] = policy.uniform(random);
            } else {
                actions[i] = rules.epsilonGreedy() ? policy.greedy(described[i]) : policy.sample(described[i], random);
            }
        }
        replay.add(environments.move(actions));
    }

    private double[][] described(float[] observations, int rows) {
        return Rows.of(policy.describe(trial.arrays().create(observations, new Shape(rows, world.observationSize()))));
    }

    /** One step of everything from one batch. Gives the policy's mean entropy, an array of one number. */
    private NDArray update(Step step) {
        NDManager arrays = step.arrays();
        Replay.Batch batch = replay.draw(arrays, step.random("replay"), BATCH);
        NDArray alpha = temperature.alpha(arrays);
        NDArray noise = step.normal("noise now", BATCH, world.actionSize());
        Policy.Prospect next =
                policy.prospect(batch.next(), step.normal("noise next", BATCH, world.actionSize()), target);
        NDArray worth = next.value()
                .add(next.entropy().mul(alpha))
                .mul((float) DISCOUNT)
                .add(batch.rewards())
                .stopGradient();
        List<NDArray> entropy = new ArrayList<>();
        learner.minimise(() -> {
            Policy.Review review = policy.review(batch.observations(), batch.actions(), noise, critics);
            NDArray mean = review.prospect().entropy().mean();
            NDArray critical = review.taken().sub(worth).square().mean();
            NDArray acting = review.prospect().value().mean().add(mean.mul(alpha));
            entropy.add(mean.stopGradient());
            return temperature.add(critical.sub(acting), entropy.get(0));
        });
        target.follow(critics, FOLLOW);
        return entropy.get(0);
    }

    /** The policy as it is now. */
    Policy policy() {
        return policy;
    }

    /** The mean sum of rewards when every action is the policy's most likely one. */
    double greedyReturn() {
        double[][] states = judgedStarts(trial, world);
        double sum = 0;
        for (int move = 0; move < world.horizon(); move++) {
            float[] seen = new float[states.length * world.observationSize()];
            for (int i = 0; i < states.length; i++) {
                world.observe(states[i], seen, i * world.observationSize());
            }
            double[][] described = described(seen, states.length);
            for (int i = 0; i < states.length; i++) {
                World.Move made = world.move(states[i], policy.greedy(described[i]));
                sum += made.reward();
                states[i] = made.next();
            }
        }
        return sum / states.length;
    }

    /** Where the episodes begin that are judged: the same for every variant of a seed. */
    static double[][] judgedStarts(Trial trial, World world) {
        RandomStream random = trial.random("judged starts", 0);
        double[][] starts = new double[JUDGED_EPISODES][];
        Arrays.setAll(starts, i -> world.start(random));
        return starts;
    }
}
