package dev.assay;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * One round of {@link Trial#steps}: its arrays die with it, and its streams are keyed by its index.
 */
public interface Step {
    /** The round's number, from 0. */
    int index();

    /** The manager whose arrays are freed when the next round starts. */
    NDManager arrays();

    /** A stream of this round alone: the same name gives other numbers in another round. */
    RandomStream random(String name);

    /** Standard normal numbers of this shape from this round's stream of that name, as float32. */
    NDArray normal(String name, long... shape);

    /** Uniform numbers in [0, 1) of this shape from this round's stream of that name, as float32. */
    NDArray uniform(String name, long... shape);
}
