package dev.assay.plan;

import java.util.List;

/** Rules on the number of seeds: enough that a claim can be decided at all. */
final class SeedRules {
    /** The error that all claims of an experiment together may spend. */
    private static final double ERROR = 0.05;

    private SeedRules() {}

    /**
     * Adds what is wrong with the numbers of seeds.
     *
     * @param sound whether the claims can be unfolded, so that their comparisons can be counted
     */
    static void check(Plan plan, boolean sound, List<Problem> problems) {
        int tested = 0;
        for (ClaimPlan claim : sound ? plan.claims() : List.<ClaimPlan>of()) {
            boolean exact = claim.statement() instanceof Statement.AtMost
                    || claim.statement() instanceof Statement.AtLeast
                    || (claim.statement() instanceof Statement.Matches matches && matches.within() == 0);
            tested += exact ? 0 : Comparisons.of(plan, claim).size();
        }
        if (plan.seeds().smoke() < 1) {
            problems.add(new Problem(
                    "few-seeds",
                    "seeds.smoke",
                    plan.id() + " runs " + plan.seeds().smoke() + " seeds for a smoke test, which needs at least 1."));
        }
        check(plan, plan.seeds().quick(), "seeds.quick", tested, problems);
        check(plan, plan.seeds().full(), "seeds.full", tested, problems);
    }

    /** A two-sided sign-flip test of n pairs cannot go below 2/2ⁿ, and Holm's first step divides by the comparisons. */
    private static void check(Plan plan, int seeds, String path, int tested, List<Problem> problems) {
        if (seeds < 2) {
            problems.add(new Problem(
                    "few-seeds",
                    path,
                    plan.id() + " runs " + seeds + (seeds == 1 ? " seed" : " seeds") + "; a spread needs at least 2."));
        } else if (tested > 0 && Math.scalb(1.0, 1 - seeds) * tested > ERROR) {
            int needed = seeds;
            while (Math.scalb(1.0, 1 - needed) * tested > ERROR) {
                needed++;
            }
            problems.add(new Problem(
                    "few-seeds",
                    path,
                    plan.id() + " stakes " + tested + (tested == 1 ? " comparison" : " comparisons") + " on " + seeds
                            + " seeds, with which no test can reach p = " + ERROR + (tested == 1 ? "" : "/" + tested)
                            + "; run at least "
                            + needed + "."));
        }
    }
}
