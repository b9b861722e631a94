package dev.assay;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What running code sees of the one cell at one seed that it is: random streams, arrays, a budget, a clock.
 *
 * <p>The seed's number is never handed out. Every random number comes from a named stream, which hashes the experiment, the
 * seed and the name; the variants of a seed share them, so that comparisons are paired, and a further draw in one variant
 * shifts no other.
 */
public interface Trial {
    /** The value of a factor or family level in this trial's cell; how a harness reads what it declared. */
    <T> T at(Level<T> level);

    /** The stream of this name, which continues where this trial left it. */
    RandomStream random(String name);

    /** The stream of this name and index, from its beginning. */
    RandomStream random(String name, long index);

    /** The manager whose arrays live as long as the trial. */
    NDManager arrays();

    /** Standard normal numbers of this shape from the stream of that name, as float32. */
    NDArray normal(String name, long... shape);

    /** Uniform numbers in [0, 1) of this shape from the stream of that name, as float32. */
    NDArray uniform(String name, long... shape);

    /**
     * Rounds of work, at most once at a time: each frees the arrays of the one before, stops on a NaN that was recorded as a
     * curve, and tells the run that the trial is alive.
     *
     * @param full the number of rounds at full effort
     */
    Iterable<Step> steps(int full);

    /**
     * Does one round of work in a loop of one's own, which may stand inside another: frees the arrays that the work made, and
     * tells the run that the trial is alive. Nothing is scaled.
     *
     * @param work gives what outlives the round: plain numbers, or arrays made before
     */
    <T> T round(Supplier<T> work);

    /**
     * The part of a full budget that this run's effort spends: at least 1.
     *
     * @param full the budget at full effort, at least 1
     */
    int effort(int full);

    /**
     * Computes something once for a seed and hands it to every variant of that seed.
     *
     * <p>The supplier gets a trial of its own: its streams are keyed by {@code name}, its time counts for nobody, and the
     * value is the same if it has to be computed again. The value must be immutable; if it is {@link AutoCloseable} it is
     * closed when the seed is done.
     *
     * @param name the value's name; the key is the seed, the factor levels and this
     */
    <T> T shared(String name, Function<Trial, T> supplier);

    /**
     * The same for what does not depend on the factors: computed once for a seed, and handed to its trials at all levels. The
     * supplier must not look at the level of a factor.
     *
     * @param name the value's name; the key is the seed and this
     */
    <T> T sharedAtAllLevels(String name, Function<Trial, T> supplier);

    /**
     * Runs work several times and times it, alone on the machine as far as this run is concerned.
     *
     * <p>Named streams that the work draws from are rewound before each repeat, so that each repeat gives the same value.
     *
     * @param warmups repeats that are not timed, at least 0
     * @param repeats repeats that are timed, at least 1
     */
    <T> Metered<T> meter(int warmups, int repeats, Supplier<T> work);

    /**
     * Adds a point to the curve of this name. A NaN ends the trial as diverged.
     *
     * @param x the step, epoch or other position
     * @param y the value there
     */
    void curve(String name, double x, double y);
}
