package dev.assay.plan;

import dev.assay.Over;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Unfolds a claim into its comparisons: what it leaves free means every cell. */
public final class Comparisons {
    private Comparisons() {}

    /**
     * The comparisons of a claim whose words are known to be right: its sides, metric and condition exist in the plan.
     *
     * @return the comparisons in the plan's order; empty if no cell fits
     */
    public static List<Comparison> of(Plan plan, ClaimPlan claim) {
        Side that = Side.parse(claim.that());
        Side other = claim.statement() instanceof Statement.Relative relative ? relative.other() : null;
        if (!that.variant().equals(Side.EVERY)) {
            return unfold(plan, claim, that, other);
        }
        List<Comparison> comparisons = new ArrayList<>();
        for (String name : plan.metric(claim.on()).variants()) {
            if (plan.variant(name).role() != Role.REFERENCE) {
                comparisons.addAll(unfold(plan, claim, new Side(name, that.levels()), other));
            }
        }
        return comparisons;
    }

    private static List<Comparison> unfold(Plan plan, ClaimPlan claim, Side that, @Nullable Side other) {
        Condition when = Condition.parse(claim.when());
        VariantPlan thatVariant = plan.variant(that.variant());
        Map<Map<String, String>, List<Cell>> thats = new LinkedHashMap<>();
        Map<Map<String, String>, List<Cell>> others = new LinkedHashMap<>();
        for (Map<String, String> setting : Cells.settings(plan.factors())) {
            Map<String, String> thatSetting = fixed(plan.factors(), setting, that);
            if (!when.holds(plan.factors(), setting)
                    || !agrees(setting, thatSetting, other == null)
                    || !Cells.exists(plan, thatVariant, thatSetting)) {
                continue;
            }
            if (other != null
                    && !Cells.exists(plan, plan.variant(other.variant()), fixed(plan.factors(), setting, other))) {
                continue;
            }
            for (Map<String, String> member : members(thatVariant, that)) {
                Cell thatCell = Cells.cell(thatVariant, thatSetting, member);
                if (other == null) {
                    Map<String, String> key = key(claim, setting, member, Map.of());
                    key.keySet().removeAll(thatVariant.ignores());
                    add(thats, key, thatCell);
                    continue;
                }
                VariantPlan otherVariant = plan.variant(other.variant());
                for (Map<String, String> rival : members(otherVariant, other)) {
                    Map<String, String> key = key(claim, setting, member, rival);
                    add(thats, key, thatCell);
                    add(others, key, Cells.cell(otherVariant, fixed(plan.factors(), setting, other), rival));
                }
            }
        }
        Set<Comparison> comparisons = new LinkedHashSet<>();
        thats.forEach((key, cells) -> {
            Map<String, String> at = new LinkedHashMap<>(key);
            at.keySet().removeIf(name -> plan.findFactor(name).isEmpty());
            comparisons.add(new Comparison(at, cells, others.getOrDefault(key, List.of())));
        });
        return List.copyOf(comparisons);
    }

    /** A bound's side that fixes a factor is meant at that level alone; a rival's stays where it was fixed. */
    private static boolean agrees(Map<String, String> setting, Map<String, String> fixed, boolean alone) {
        return !alone || setting.equals(fixed);
    }

    /** The factor levels with those that a side fixes for itself. */
    private static Map<String, String> fixed(List<Factor> factors, Map<String, String> setting, Side side) {
        Map<String, String> levels = new LinkedHashMap<>(setting);
        for (Factor factor : factors) {
            String text = side.levels().get(factor.name());
            if (text != null) {
                levels.put(factor.name(), factor.find(text).orElse(text));
            }
        }
        return levels;
    }

    private static List<Map<String, String>> members(VariantPlan variant, Side side) {
        return Cells.settings(variant.family()).stream()
                .filter(member -> member.equals(fixed(variant.family(), member, side)))
                .toList();
    }

    /** What tells one comparison of the claim from another: the levels that are neither averaged nor fitted through. */
    private static Map<String, String> key(
            ClaimPlan claim, Map<String, String> setting, Map<String, String> member, Map<String, String> rival) {
        Map<String, String> key = new LinkedHashMap<>();
        if (claim.over() == Over.EACH) {
            key.putAll(setting);
        }
        if (claim.along() != null) {
            key.remove(claim.along());
        }
        member.forEach((name, level) -> key.put("that." + name, level));
        rival.forEach((name, level) -> key.put("other." + name, level));
        return key;
    }

    private static void add(Map<Map<String, String>, List<Cell>> cells, Map<String, String> key, Cell cell) {
        cells.computeIfAbsent(key, unused -> new ArrayList<>()).add(cell);
    }
}
