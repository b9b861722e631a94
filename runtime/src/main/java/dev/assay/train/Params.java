package dev.assay.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.assay.Trial;
import dev.assay.engine.ArrayScope;
import dev.assay.engine.Memory;
import dev.assay.plan.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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

    /** What the weights are windows on, in their order, where the engine shares memory; null where each lies by itself. */
    private final @Nullable NDArray whole;

    Params(NDManager manager, Map<String, NDArray> weights, Map<String, RunningState> state, boolean frozen) {
        this(manager, weights, state, frozen, null);
    }

    private Params(
            NDManager manager,
            Map<String, NDArray> weights,
            Map<String, RunningState> state,
            boolean frozen,
            @Nullable NDArray whole) {
        this.manager = manager;
        this.weights = weights;
        this.state = state;
        this.frozen = frozen;
        this.whole = whole;
    }

    /** Weights that lie together in one array where the engine can, so that what concerns all of them is one operation. */
    static Params together(
            NDManager manager, Map<String, NDArray> weights, Map<String, RunningState> state, boolean frozen) {
        if (weights.size() < 2 || !Memory.isShared(manager)) {
            return new Params(manager, weights, state, frozen);
        }
        NDArray whole = kept(Memory.concatenated(List.copyOf(weights.values())), manager);
        List<Shape> shapes = weights.values().stream().map(NDArray::getShape).toList();
        Iterator<NDArray> windows = Memory.windows(whole, shapes).iterator();
        Map<String, NDArray> lying = new LinkedHashMap<>();
        weights.forEach((name, weight) -> {
            lying.put(name, kept(windows.next(), manager));
            weight.close();
        });
        return new Params(manager, lying, state, frozen, whole);
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
        if (whole != null && other.whole != null && List.copyOf(names()).equals(List.copyOf(other.names()))) {
            overwrite(whole, other.whole);
        } else {
            weights.forEach((name, weight) -> overwrite(weight, other.get(name)));
        }
        for (Map.Entry<String, RunningState> running : state.entrySet()) {
            overwrite(running.getValue().array(), other.get(running.getKey()));
        }
    }

    /**
     * Overwrites one weight or state, in place. DJL's own {@code set} would take it out of the memory that weights share.
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
        return together(manager, copies, running, frozenCopy);
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
        return new Params(manager, chosen, state, frozen, chosen.size() == weights.size() ? whole : null);
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
        if (whole != null) {
            whole.close();
        }
        state.values().forEach(running -> running.array().close());
    }

    boolean isTogether() {
        return whole != null;
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

    /**
     * The arrays that a step of an optimizer changes: all weights as one where they lie together, else each.
     *
     * @throws IllegalStateException if DJL's {@code set} took a weight out of the memory that they share
     */
    List<NDArray> steppable() {
        if (whole == null) {
            return List.copyOf(weights.values());
        }
        try (ArrayScope scope = ArrayScope.open()) {
            if (!Memory.concatenated(List.copyOf(weights.values())).contentEquals(whole)) {
                throw new IllegalStateException("a weight of " + this
                        + " was overwritten with NDArray.set or is not a number; overwrite weights with Params.set");
            }
        }
        return List.of(whole);
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
