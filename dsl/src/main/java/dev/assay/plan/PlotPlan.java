package dev.assay.plan;

import java.util.List;

/**
 * Metrics drawn against a factor from the records.
 *
 * @param of the metrics' names, one panel each
 * @param against a factor's name, or {@code "variant.level"} for a family's own
 * @param log whether the horizontal axis is logarithmic
 */
public record PlotPlan(List<String> of, String against, boolean log) {
    public PlotPlan {
        of = List.copyOf(of);
    }
}
