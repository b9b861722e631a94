package dev.assay.experiments.sampling;

import dev.assay.RandomStream;

/** A sweep through conditionals in closed form: it has nothing to learn, and its warm-up only forgets the start. */
abstract class GibbsSweep implements Kernel {
    @Override
    public double[] warm(double[] x, RandomStream random, WarmUp warmUp) {
        double[] next = next(x, random);
        warmUp.learn(next);
        return next;
    }
}
