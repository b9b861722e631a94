package dev.assay.experiments.flows;

/** An invertible, differentiable map of ℝᵈ to itself whose log-determinant is known, in double precision. */
public interface Bijection {
    /** Where {@code x} goes, and by what the map stretches volume there. */
    Image forward(double[] x);

    /** The point that {@link #forward} sends to {@code z}, as a new array. */
    double[] inverse(double[] z);
}
