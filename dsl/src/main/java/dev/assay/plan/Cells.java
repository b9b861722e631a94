package dev.assay.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Unfolds a plan into its cells. */
public final class Cells {
    private Cells() {}

    /** Every cell of the plan: variants in their order, each at its levels in their order. */
    public static List<Cell> of(Plan plan) {
        Set<Cell> cells = new LinkedHashSet<>();
        for (VariantPlan variant : plan.variants()) {
            for (Map<String, String> setting : settings(plan.factors())) {
                if (exists(plan, variant, setting)) {
                    for (Map<String, String> member : settings(variant.family())) {
                        cells.add(cell(variant, setting, member));
                    }
                }
            }
        }
        return List.copyOf(cells);
    }

    /** Every combination of the factors' levels, the last factor changing fastest; one empty combination for no factor. */
    static List<Map<String, String>> settings(List<Factor> factors) {
        List<Map<String, String>> settings = List.of(Map.of());
        for (Factor factor : factors) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> setting : settings) {
                for (String level : factor.levels()) {
                    Map<String, String> more = new LinkedHashMap<>(setting);
                    more.put(factor.name(), level);
                    longer.add(more);
                }
            }
            settings = longer;
        }
        return settings;
    }

    /** Whether a variant exists at these factor levels. */
    static boolean exists(Plan plan, VariantPlan variant, Map<String, String> setting) {
        return Condition.parse(variant.when()).holds(plan.factors(), setting);
    }

    /** The cell of a variant at these factor levels, which it may ignore, and these levels of its own. */
    static Cell cell(VariantPlan variant, Map<String, String> setting, Map<String, String> member) {
        Map<String, String> levels = new LinkedHashMap<>(setting);
        levels.keySet().removeAll(variant.ignores());
        levels.putAll(member);
        return new Cell(variant.name(), levels);
    }
}
