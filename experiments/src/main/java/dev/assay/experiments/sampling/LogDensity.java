package dev.assay.experiments.sampling;

/**
 * A density on all of ℝᵈ, known by its logarithm up to a constant, together with what is known of it: the moments that a
 * method is to find, and conditionals for Gibbs sampling.
 */
public interface LogDensity {
    /** How many coordinates a point has. */
    int dimensions();

    /** The logarithm of the density at {@code x}, up to a constant. */
    double value(double[] x);

    /** The gradient of {@link #value} at {@code x}, as a new array. */
    double[] gradient(double[] x);

    /** What one wants to know of the point {@code x}, as a new array; the coordinates themselves unless said otherwise. */
    default double[] quantities(double[] x) {
        return x.clone();
    }

    /** The true moments of the {@link #quantities}. */
    Moments moments();

    /** A Gibbs sampler: every coordinate is drawn in turn, or in blocks, from its conditional given the others. */
    Kernel gibbs();

    /** A point of ℝᵈ whose {@code i}-th coordinate has mean {@code centre()[i]}: where chains start is drawn around it. */
    default double[] centre() {
        return moments().mean();
    }

    /** The spread of each coordinate of ℝᵈ, to disperse starts with. */
    default double[] spread() {
        return moments().sd();
    }
}
