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
    static void check(Plan plan, Unfolded unfolded, boolean sound, List<Problem> problems) {
        if (plan.seeds().smoke() < 1) {
            problems.add(new Problem(
                    "few-seeds",
                    "seeds.smoke",
                    plan.id() + " runs " + plan.seeds().smoke() + " seeds for a smoke test, which needs at least 1."));
        }
        checkSpread(plan, plan.seeds().quick(), "seeds.quick", problems);
        checkSpread(plan, plan.seeds().full(), "seeds.full", problems);
        int tested = sound ? tested(plan, unfolded) : 0;
        if (plan.seeds().full() >= 2 && plan.seeds().full() < needed(tested)) {
            problems.add(new Problem(
                    "few-seeds",
                    "seeds.full",
                    undecided(plan, tested, plan.seeds().full()) + "."));
        }
    }

    /** Adds that a quick run cannot decide: an author may mean it for a first look, so it is no mistake by itself. */
    static void doubt(Plan plan, List<Problem> doubts) {
        int tested = tested(plan, new Unfolded(plan));
        if (plan.seeds().quick() < needed(tested)) {
            doubts.add(new Problem(
                    "few-quick-seeds",
                    "seeds.quick",
                    undecided(plan, tested, plan.seeds().quick())
                            + ", or only at full effort if quick runs are for a first look."));
        }
    }

    private static void checkSpread(Plan plan, int seeds, String path, List<Problem> problems) {
        if (seeds < 2) {
            problems.add(new Problem(
                    "few-seeds",
                    path,
                    plan.id() + " runs " + seeds + (seeds == 1 ? " seed" : " seeds") + "; a spread needs at least 2."));
        }
    }

    private static String undecided(Plan plan, int tested, int seeds) {
        return plan.id() + " stakes " + tested + (tested == 1 ? " comparison" : " comparisons") + " on " + seeds
                + " seeds, with which no test can reach p = " + ERROR + (tested == 1 ? "" : "/" + tested)
                + "; run at least " + needed(tested);
    }

    /** How many comparisons are tested; what must hold exactly at every seed has no p-value. */
    private static int tested(Plan plan, Unfolded unfolded) {
        int tested = 0;
        for (ClaimPlan claim : plan.claims()) {
            boolean exact = claim.statement() instanceof Statement.AtMost
                    || claim.statement() instanceof Statement.AtLeast
                    || (claim.statement() instanceof Statement.Matches matches && matches.within() == 0);
            tested += exact ? 0 : unfolded.of(claim).size();
        }
        return tested;
    }

    /** A two-sided sign-flip test of n pairs cannot go below 2/2ⁿ, and Holm's first step divides by the comparisons. */
    private static int needed(int tested) {
        int needed = 2;
        while (Math.scalb(1.0, 1 - needed) * tested > ERROR) {
            needed++;
        }
        return needed;
    }
}
