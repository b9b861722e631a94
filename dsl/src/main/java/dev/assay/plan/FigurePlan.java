package dev.assay.plan;

import java.util.List;

/**
 * Something drawn from the first seed's outcome of each cell.
 *
 * @param title the caption, unique in the experiment
 * @param prose what the author says about it, in Markdown; may be empty
 * @param when the factor levels at which it is drawn, as a {@link Condition}; empty for all
 * @param variants the variants whose outcome it can be drawn from
 */
public record FigurePlan(String title, String prose, String when, List<String> variants) {
    public FigurePlan {
        variants = List.copyOf(variants);
    }
}
