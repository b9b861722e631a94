package dev.assay.plan;

import dev.assay.Better;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something measured on outcomes.
 *
 * @param name the name, a Java identifier
 * @param prose what the author says about it, in Markdown; may be empty
 * @param better which direction is the good one
 * @param unit the unit, or empty
 * @param timing whether the value is a time or made from one
 * @param never the cap at or beyond which a time-to-target was never reached, or null
 * @param variants the variants whose outcome it can be taken on
 */
public record MetricPlan(
        String name,
        String prose,
        Better better,
        String unit,
        boolean timing,
        @Nullable Double never,
        List<String> variants) {
    public MetricPlan {
        variants = List.copyOf(variants);
    }
}
