package dev.assay.plan;

import java.util.List;

/** Rules on the cells that factors and families span: each factor makes a difference, and they are not too many to run. */
final class CellRules {
    /** A trial of one second at ten seeds of this many cells takes more than a day. */
    private static final int MOST = 10_000;

    private CellRules() {}

    static void check(Plan plan, List<Problem> problems) {
        for (int i = 0; i < plan.factors().size(); i++) {
            String factor = plan.factors().get(i).name();
            if (!plan.variants().isEmpty()
                    && plan.variants().stream()
                            .allMatch(variant -> variant.ignores().contains(factor))) {
                problems.add(new Problem(
                        "unused-factor",
                        "factors[" + i + "]",
                        "every variant of " + plan.id() + " ignores factor '" + factor
                                + "', so its levels make no difference; leave it out, or let a variant heed it."));
            }
        }
        double cells = count(plan);
        if (cells > MOST) {
            problems.add(new Problem(
                    "too-many-cells",
                    "",
                    plan.id() + " has " + (cells < 1e15 ? String.valueOf((long) cells) : String.valueOf(cells))
                            + " cells, the product of its levels, and at most " + MOST
                            + " are run; leave levels out, or let variants ignore factors."));
        }
    }

    /** Whether the cells can be listed; more of them would keep the compiler busy for hours. */
    static boolean areFew(Plan plan) {
        return count(plan) <= MOST;
    }

    /** How many cells there are where every variant exists at every level; a double, for the product may be large. */
    private static double count(Plan plan) {
        double cells = 0;
        for (VariantPlan variant : plan.variants()) {
            double own = 1;
            for (Factor factor : plan.factors()) {
                own *= variant.ignores().contains(factor.name())
                        ? 1
                        : factor.levels().size();
            }
            for (Factor level : variant.family()) {
                own *= level.levels().size();
            }
            cells += own;
        }
        return cells;
    }
}
