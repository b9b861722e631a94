package dev.assay.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One cell of a claim: what is compared with what.
 *
 * <p>Each side is one cell, or several where the claim takes their mean or their slope.
 *
 * @param at the levels that tell this comparison from the claim's others: of each factor that is neither averaged nor fitted
 *     through, and that a side is left free on or both sides share
 * @param that the cells of the side that the claim is about, in the order of the levels; at least one
 * @param other the cells of the other side, as many as in {@code that} and in the same order; empty for a bound
 */
public record Comparison(Map<String, String> at, List<Cell> that, List<Cell> other) {
    public Comparison {
        at = Collections.unmodifiableMap(new TreeMap<>(at));
        that = List.copyOf(that);
        other = List.copyOf(other);
        if (that.isEmpty()) {
            throw new IllegalArgumentException("a comparison needs at least one cell of the side that it is about");
        }
        if (!other.isEmpty() && other.size() != that.size()) {
            throw new IllegalArgumentException(
                    "a comparison pairs its cells, but has " + that.size() + " and " + other.size());
        }
    }
}
