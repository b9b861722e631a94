package dev.assay.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.assay.Trial;
import dev.assay.engine.ArrayScope;
import dev.assay.engine.Memory;
import dev.assay.plan.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/**
 * Named arrays in a fixed order: weights that a {@link Learner} may change, and state (the running statistics of batch norm)
 * that only the forward pass moves.
 *
 * <p>{@link #map}, {@link #zip}, {@link #dot} and {@link #count} are about the weights; the results of the first two carry the
 * state along as it is. {@link #state} gives the state as Params of its own. What {@code map} and {@code zip} compute inside a
 * loss can be differentiated, so weights may be derived from other weights.
 */
public final class Params {
    private final NDManager manager;
    private final Map<String, NDArray> weights;
    private final Map<String, RunningState> state;
    private final boolean frozen;

    Params(NDManager manager, Map<String, NDArray> weights, Map<String, RunningState> state, boolean frozen) {
        this.manager = manager;
        this.weights = weights;
        this.state = state;
        this.frozen = frozen;
    }

    private static NDArray kept(NDArray array, NDManager manager) {
        ArrayScope.keep(array);
        array.attach(manager);
        return array;
    }

    /**
     * Begins a list of weights that live as long as the trial.
     *
     * @param name the net's name; with a weight's own it keys the stream of the initial values
     */
    public static ParamsBuilder of(Trial trial, String name) {
        return new ParamsBuilder(trial, name);
    }

    /** The names of the weights, in order. */
    public Set<String> names() {
        return Collections.unmodifiableSet(weights.keySet());
    }

    /**
     * The weight or state of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public NDArray get(String name) {
        NDArray weight = weights.get(name);
        if (weight != null) {
            return weight;
        }
        RunningState running = state.get(name);
        if (running != null) {
            return running.array();
        }
        List<String> known = new ArrayList<>(weights.keySet());
        known.addAll(state.keySet());
        throw new IllegalArgumentException("there is no parameter '" + name + "'." + Suggestion.of(name, known));
    }

    /** New weights, each computed from a name and its weight. */
    public Params map(BiFunction<String, NDArray, NDArray> function) {
        Map<String, NDArray> mapped = new LinkedHashMap<>();
        weights.forEach((name, weight) -> mapped.put(name, function.apply(name, weight)));
        return new Params(manager, mapped, state, false);
    }

    /**
     * New weights, each computed from this weight and the other's of the same name.
     *
     * @throws IllegalArgumentException if the names differ
     */
    public Params zip(Params other, BinaryOperator<NDArray> function) {
        requireNamesOf(other);
        return map((name, weight) -> function.apply(weight, other.get(name)));
    }

    /**
     * The sum of all products of this weight's and the other's numbers, as an array of one number without axes.
     *
     * @throws IllegalArgumentException if the names differ or there are none
     */
    public NDArray dot(Params other) {
        requireNamesOf(other);
        return weights.entrySet().stream()
                .map(weight -> weight.getValue().mul(other.get(weight.getKey())).sum())
                .reduce(NDArray::add)
                .orElseThrow(() -> new IllegalArgumentException("a dot product of no weights has no array"));
    }

    /**
     * Overwrites the weights and the state with the other's values, in place.
     *
     * @throws IllegalArgumentException if the names of weights or state differ
     */
    public void set(Params other) {
        requireNamesOf(other);
        requireSame("state", state.keySet(), other.state.keySet());
        weights.forEach((name, weight) -> overwrite(weight, other.get(name)));
        for (Map.Entry<String, RunningState> running : state.entrySet()) {
            overwrite(running.getValue().array(), other.get(running.getKey()));
        }
    }

    /**
     * Overwrites one weight or state, in place.
     *
     * @param values as many numbers as it has, row after row
     * @throws IllegalArgumentException if there is none of this name, or it has another number of numbers
     */
    public void set(String name, float... values) {
        NDArray target = get(name);
        if (target.size() != values.length) {
            throw new IllegalArgumentException("the parameter '" + name + "' of shape " + target.getShape() + " has "
                    + target.size() + " numbers, not " + values.length);
        }
        try (NDArray value = manager.create(values, target.getShape())) {
            overwrite(target, value);
        }
    }

    private static void overwrite(NDArray target, NDArray value) {
        if (target != value) {
            Memory.copy(value, target);
        }
    }

    /** A copy of weights and state, with no gradient to where they came from, that lives as long as the trial. */
    public Params copy() {
        return copy(false);
    }

    /** A copy as of now that no learner may change. */
    public Params frozen() {
        return copy(true);
    }

    private Params copy(boolean frozenCopy) {
        Map<String, NDArray> copies = new LinkedHashMap<>();
        weights.forEach((name, weight) -> copies.put(name, duplicate(weight)));
        Map<String, RunningState> running = new LinkedHashMap<>();
        state.forEach((name, array) -> running.put(name, new RunningState(duplicate(array.array()))));
        return new Params(manager, copies, running, frozenCopy);
    }

    private NDArray duplicate(NDArray array) {
        NDArray detached = array.stopGradient();
        NDArray copy = detached.duplicate();
        detached.close();
        return kept(copy, manager);
    }

    /** The weights whose names a rule accepts, with the whole state; the arrays are shared. */
    public Params only(Predicate<String> names) {
        Map<String, NDArray> chosen = new LinkedHashMap<>();
        weights.forEach((name, weight) -> {
            if (names.test(name)) {
                chosen.put(name, weight);
            }
        });
        return new Params(manager, chosen, state, frozen);
    }

    /** The state as frozen Params, sharing its arrays. */
    public Params state() {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        state.forEach((name, running) -> arrays.put(name, running.array()));
        return new Params(manager, arrays, Map.of(), true);
    }

    /** How many numbers the weights hold. */
    public long count() {
        return weights.values().stream()
                .mapToLong(weight -> weight.getShape().size())
                .sum();
    }

    /** Frees the arrays of a copy before the trial ends. */
    void free() {
        weights.values().forEach(NDArray::close);
        state.values().forEach(running -> running.array().close());
    }

    boolean isFrozen() {
        return frozen;
    }

    NDManager manager() {
        return manager;
    }

    Collection<NDArray> weights() {
        return weights.values();
    }

    Map<String, RunningState> running() {
        return state;
    }

    private void requireNamesOf(Params other) {
        requireSame("weights", weights.keySet(), other.weights.keySet());
    }

    private static void requireSame(String what, Set<String> mine, Set<String> others) {
        if (!mine.equals(others)) {
            throw new IllegalArgumentException(
                    "the " + what + " " + mine + " do not match the other's " + others + "; both need the same names");
        }
    }

    @Override
    public String toString() {
        return "Params" + weights.keySet() + (state.isEmpty() ? "" : " with state " + state.keySet());
    }
}
