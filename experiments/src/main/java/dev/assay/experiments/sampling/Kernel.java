package dev.assay.experiments.sampling;

import dev.assay.RandomStream;

/**
 * One step of a Markov chain that leaves a density invariant. A kernel belongs to one chain: it learns its scales while the
 * chain warms up and keeps them from then on.
 */
public interface Kernel {
    /** The chain's next point, as a new array or {@code x} itself; {@code x} is not changed. */
    double[] next(double[] x, RandomStream random);

    /**
     * A step of the warm-up: the same, and the kernel may learn from it.
     *
     * @param warmUp says where in the warm-up the chain is, and learns the coordinates' spread
     */
    double[] warm(double[] x, RandomStream random, WarmUp warmUp);
}
