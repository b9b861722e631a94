package dev.assay.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The comparisons of a plan's claims, each claim unfolded once: several rules look at them, and a plan may have many cells. */
final class Unfolded {
    private final Plan plan;
    private final Map<ClaimPlan, List<Comparison>> comparisons = new HashMap<>();

    Unfolded(Plan plan) {
        this.plan = plan;
    }

    /** What {@link Comparisons#of} gives. */
    List<Comparison> of(ClaimPlan claim) {
        return comparisons.computeIfAbsent(claim, unfolded -> Comparisons.of(plan, unfolded));
    }
}
