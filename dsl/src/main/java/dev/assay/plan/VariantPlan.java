package dev.assay.plan;

import java.util.List;

/**
 * One way of doing the thing, or a family of ways.
 *
 * @param name the name, a Java identifier
 * @param prose what the author says about it, in Markdown; may be empty
 * @param role its part in the comparison
 * @param when the factor levels at which it exists, as a {@link Condition}; empty for all
 * @param ignores the factors that make no difference to it
 * @param family the levels of its own; empty if it is no family
 */
public record VariantPlan(
        String name, String prose, Role role, String when, List<String> ignores, List<Factor> family) {
    public VariantPlan {
        ignores = List.copyOf(ignores);
        family = List.copyOf(family);
    }
}
