package dev.assay.plan;

import dev.assay.Over;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
        Map<Map<String, String>, Set<Pair>> groups = new LinkedHashMap<>();
        for (Map<String, String> setting : Cells.settings(plan.factors())) {
            if (!when.holds(plan.factors(), setting)) {
                continue;
            }
            for (Cell thatCell : cells(plan, that, setting)) {
                if (other != null) {
                    for (Cell otherCell : cells(plan, other, setting)) {
                        group(groups, plan, claim, setting, List.of(that, other), new Pair(thatCell, otherCell));
                    }
                } else if (setting.equals(fixed(plan.factors(), setting, that))) {
                    group(groups, plan, claim, setting, List.of(that), new Pair(thatCell, null));
                }
            }
        }
        List<Comparison> comparisons = new ArrayList<>();
        groups.forEach((key, pairs) -> {
            Map<String, String> at = new LinkedHashMap<>(key);
            at.keySet().removeIf(name -> plan.findFactor(name).isEmpty());
            comparisons.add(new Comparison(
                    at,
                    pairs.stream().map(Pair::that).toList(),
                    pairs.stream().map(Pair::other).filter(Objects::nonNull).toList()));
        });
        return comparisons;
    }

    /** A cell of the side that the claim is about, with the one that it is compared with. */
    private record Pair(Cell that, @Nullable Cell other) {}

    /** The cells that a side means at these factor levels: one for each member of its family that it leaves free. */
    private static List<Cell> cells(Plan plan, Side side, Map<String, String> setting) {
        VariantPlan variant = plan.variant(side.variant());
        Map<String, String> own = fixed(plan.factors(), setting, side);
        if (!Cells.exists(plan, variant, own)) {
            return List.of();
        }
        return Cells.settings(variant.family()).stream()
                .filter(member -> member.equals(fixed(variant.family(), member, side)))
                .map(member -> Cells.cell(variant, own, member))
                .toList();
    }

    /** Adds a pair to those that are averaged or fitted through together, once. */
    private static void group(
            Map<Map<String, String>, Set<Pair>> groups,
            Plan plan,
            ClaimPlan claim,
            Map<String, String> setting,
            List<Side> sides,
            Pair pair) {
        Map<String, String> key = new LinkedHashMap<>();
        if (claim.over() == Over.EACH) {
            for (Factor factor : plan.factors()) {
                if (!factor.name().equals(claim.along())) {
                    shared(plan, factor, setting, sides).ifPresent(level -> key.put(factor.name(), level));
                }
            }
        }
        members(plan, pair.that()).forEach((name, level) -> key.put("that." + name, level));
        if (pair.other() != null) {
            members(plan, pair.other()).forEach((name, level) -> key.put("other." + name, level));
        }
        groups.computeIfAbsent(key, unused -> new LinkedHashSet<>()).add(pair);
    }

    /** The level of a factor at which sides are compared, if one of them feels it; none where each fixes another. */
    private static Optional<String> shared(Plan plan, Factor factor, Map<String, String> setting, List<Side> sides) {
        Set<String> fixed = new LinkedHashSet<>();
        for (Side side : sides) {
            if (plan.variant(side.variant()).ignores().contains(factor.name())) {
                continue;
            }
            String level = side.levels().get(factor.name());
            if (level == null) {
                return Optional.ofNullable(setting.get(factor.name()));
            }
            fixed.add(factor.find(level).orElse(level));
        }
        return fixed.size() == 1 ? fixed.stream().findFirst() : Optional.empty();
    }

    /** The cell's levels of its variant's own. */
    private static Map<String, String> members(Plan plan, Cell cell) {
        Map<String, String> members = new LinkedHashMap<>(cell.levels());
        members.keySet().removeIf(name -> plan.findFactor(name).isPresent());
        return members;
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
}
