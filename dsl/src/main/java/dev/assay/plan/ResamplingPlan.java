package dev.assay.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the seeds are not independent data but splits drawn again from one table; {@link dev.assay.Resampled} says what
 * follows from it.
 *
 * @param when the factor levels at which it is so, as a {@link Condition}; empty for all
 * @param train how much of the table trains, in rows or parts
 * @param test how much of it tests, in the same
 */
public record ResamplingPlan(String when, int train, int test) {
    /** Test rows over training rows: what is added to 1/n in the variance of a mean over splits. */
    public double overlap() {
        return (double) test / train;
    }

    /**
     * Whether a comparison of two cells is one of such splits.
     *
     * @param one a cell
     * @param other the cell that it is compared with, or the same; a factor that one of them ignores has the other's level
     */
    public boolean holds(List<Factor> factors, Cell one, Cell other) {
        Map<String, String> levels = new LinkedHashMap<>(other.levels());
        levels.putAll(one.levels());
        Condition condition = Condition.parse(when);
        return condition.terms().stream().allMatch(term -> levels.containsKey(term.factor()))
                && condition.holds(factors, levels);
    }
}
