package dev.assay.experiments.reinforcement;

import ai.djl.ndarray.NDArray;
import dev.assay.RandomStream;
import dev.assay.Trial;
import dev.assay.train.Net;
import dev.assay.train.Nets;
import dev.assay.train.Params;
import java.util.Arrays;

/** One of a few choices, with probabilities by softmax. Expectations over choices are sums, so that nothing need be drawn. */
record CategoricalPolicy(Net net, int inputs, int choices) implements Policy {
    static CategoricalPolicy of(Trial trial, World world, int units) {
        Net net = Net.of(trial, "policy", Nets.mlp(units, units, world.actionSize()), world.observationSize());
        return new CategoricalPolicy(net, world.observationSize(), world.actionSize());
    }

    /** A value for each choice. */
    @Override
    public TwinCritics critics(Trial trial, int units) {
        return TwinCritics.of(trial, inputs, units, choices);
    }

    /** Half of what is possible. */
    @Override
    public double entropyTarget() {
        return 0.5 * Math.log(choices);
    }

    @Override
    public Params params() {
        return net.params();
    }

    /** The logits. */
    @Override
    public NDArray describe(NDArray observations) {
        return net.eval(observations);
    }

    @Override
    public double[] sample(double[] described, RandomStream random) {
        double largest = Arrays.stream(described).max().orElseThrow();
        double[] weights =
                Arrays.stream(described).map(logit -> Math.exp(logit - largest)).toArray();
        return choice(random.categorical(weights));
    }

    @Override
    public double[] greedy(double[] described) {
        int best = 0;
        for (int i = 1; i < described.length; i++) {
            best = described[i] > described[best] ? i : best;
        }
        return choice(best);
    }

    @Override
    public double[] uniform(RandomStream random) {
        return choice(random.nextInt(choices));
    }

    private double[] choice(int chosen) {
        double[] action = new double[choices];
        action[chosen] = 1;
        return action;
    }

    @Override
    public Prospect prospect(NDArray observations, NDArray noise, TwinCritics critics) {
        return prospect(observations, TwinCritics.smaller(critics.both(observations)));
    }

    @Override
    public Review review(NDArray observations, NDArray actions, NDArray noise, TwinCritics critics) {
        NDArray values = critics.both(observations);
        return new Review(
                values.mul(actions).sum(new int[] {2}, true),
                prospect(observations, TwinCritics.smaller(values.stopGradient())));
    }

    private Prospect prospect(NDArray observations, NDArray values) {
        NDArray logs = net.train(observations).logSoftmax(1);
        NDArray probabilities = logs.exp();
        int[] choice = {1};
        return new Prospect(
                probabilities.mul(values).sum(choice, true),
                probabilities.mul(logs).sum(choice, true).neg());
    }
}
