package dev.assay.experiments.reinforcement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import dev.assay.RandomStream;
import dev.assay.Trial;
import dev.assay.train.Net;
import dev.assay.train.Nets;
import dev.assay.train.Params;

/**
 * tanh(u) with u ~ N(μ, σ²) for each direction, μ and log σ from a net. Squashing changes the density: log π(a) = log N(u) −
 * Σ log(1 − tanh² u), and without the last term the entropy would be that of u, which has no bound (Haarnoja et al. 2018,
 * appendix C).
 */
record SquashedGaussianPolicy(Net net, int inputs, int directions) implements Policy {
    private static final float LOW = -5;
    private static final float HIGH = 2;
    private static final float LOG_2 = (float) Math.log(2);
    private static final float LOG_ROOT_2_PI = (float) (0.5 * Math.log(2 * Math.PI));

    static SquashedGaussianPolicy of(Trial trial, World world, int units) {
        Net net = Net.of(trial, "policy", Nets.mlp(units, units, 2 * world.actionSize()), world.observationSize());
        return new SquashedGaussianPolicy(net, world.observationSize(), world.actionSize());
    }

    /** One value of an observation and an action together. */
    @Override
    public TwinCritics critics(Trial trial, int units) {
        return TwinCritics.of(trial, inputs + directions, units, 1);
    }

    /** −1 a direction. */
    @Override
    public double entropyTarget() {
        return -directions;
    }

    @Override
    public Params params() {
        return net.params();
    }

    /** μ of each direction, then what log σ is made of. */
    @Override
    public NDArray describe(NDArray observations) {
        return net.eval(observations);
    }

    @Override
    public double[] sample(double[] described, RandomStream random) {
        double[] action = new double[directions];
        for (int i = 0; i < directions; i++) {
            double log = LOW + (HIGH - LOW) / 2 * (Math.tanh(described[directions + i]) + 1);
            action[i] = Math.tanh(described[i] + Math.exp(log) * random.nextGaussian());
        }
        return action;
    }

    @Override
    public double[] greedy(double[] described) {
        double[] action = new double[directions];
        for (int i = 0; i < directions; i++) {
            action[i] = Math.tanh(described[i]);
        }
        return action;
    }

    @Override
    public double[] uniform(RandomStream random) {
        double[] action = new double[directions];
        for (int i = 0; i < directions; i++) {
            action[i] = 2 * random.nextDouble() - 1;
        }
        return action;
    }

    @Override
    public Prospect prospect(NDArray observations, NDArray noise, TwinCritics critics) {
        NDList halves = net.train(observations).split(2, 1);
        NDArray logDeviation = halves.get(1).tanh().add(1).mul((HIGH - LOW) / 2).add(LOW);
        NDArray before = halves.get(0).add(logDeviation.exp().mul(noise));
        NDArray action = before.tanh();
        // log(1 − tanh² u) = 2 (log 2 − u − softplus(−2u)), which does not round to log 0
        NDArray squashing = before.add(before.mul(-2).getNDArrayInternal().softPlus())
                .sub(LOG_2)
                .mul(-2);
        NDArray logDensity =
                noise.square().mul(-0.5f).sub(LOG_ROOT_2_PI).sub(logDeviation).sub(squashing);
        return new Prospect(
                TwinCritics.smaller(critics.both(shown(observations, action))),
                logDensity.sum(new int[] {1}, true).neg());
    }

    @Override
    public Review review(NDArray observations, NDArray actions, NDArray noise, TwinCritics critics) {
        return new Review(
                critics.both(shown(observations, actions)), prospect(observations, noise, critics.constant()));
    }

    private static NDArray shown(NDArray observations, NDArray actions) {
        return NDArrays.concat(new NDList(observations, actions), 1);
    }
}
