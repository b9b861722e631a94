package dev.assay.experiments.reinforcement;

import ai.djl.ndarray.NDArray;
import dev.assay.RandomStream;
import dev.assay.Trial;
import dev.assay.train.Params;

/** How to act on what is seen: a distribution over actions whose numbers a net gives. */
sealed interface Policy permits CategoricalPolicy, SquashedGaussianPolicy {
    /** A policy with fresh weights that suits a world. */
    static Policy of(Trial trial, World world, int units) {
        return world.hasChoices()
                ? CategoricalPolicy.of(trial, world, units)
                : SquashedGaussianPolicy.of(trial, world, units);
    }

    /** Critics with fresh weights that suit the policy. */
    TwinCritics critics(Trial trial, int units);

    /** The weights. */
    Params params();

    /** The entropy, in nats, that a temperature is tuned towards. */
    double entropyTarget();

    /** The numbers of the distribution at each observation, a row each; one pass of the net. */
    NDArray describe(NDArray observations);

    /** Draws an action from the distribution that a row describes. */
    double[] sample(double[] described, RandomStream random);

    /** The distribution's most likely action, before any squashing. */
    double[] greedy(double[] described);

    /** An action at random, all alike. */
    double[] uniform(RandomStream random);

    /**
     * What the policy can expect at each observation.
     *
     * @param noise standard normal numbers, as many to a row as an action has
     */
    Prospect prospect(NDArray observations, NDArray noise, TwinCritics critics);

    /** What critics say of the actions that were taken, and what the policy itself can expect from there. */
    Review review(NDArray observations, NDArray actions, NDArray noise, TwinCritics critics);

    /**
     * Value and entropy at each observation, exact or from one draw.
     *
     * @param value by the smaller critic, (batch, 1)
     * @param entropy in nats, (batch, 1)
     */
    record Prospect(NDArray value, NDArray entropy) {}

    /**
     * The two parts of a step of learning.
     *
     * @param taken both values of the actions that were taken, (2, batch, 1); differentiable in the critics' weights
     * @param prospect differentiable in the policy's weights alone
     */
    record Review(NDArray taken, Prospect prospect) {}
}
