package dev.assay.judge;

import dev.assay.estimate.Observations;
import dev.assay.estimate.SignFlip;
import dev.assay.plan.ClaimPlan;
import dev.assay.plan.Comparisons;
import dev.assay.plan.Plan;
import dev.assay.plan.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The looks that a run takes at its claims, and what each may spend of the 5 %.
 *
 * <p>A run with a fixed number of seeds looks once. A run until its claims are decided looks at each number of seeds that its
 * plan line names, and spends error as it goes (Lan and DeMets, "Discrete sequential boundaries for clinical trials", Biometrika
 * 70, 1983): by n of at most N seeds it has spent the part (n/N)², of the power family of Kim and DeMets (Biometrika 74, 1987).
 * A look's share is what has been added since the one before. A p-value p counts there as p/share, and the smallest of those up
 * to now is the comparison's, which Holm then corrects. Whatever the dependence between looks, the chance that p/share falls
 * below α at any of them is at most α Σ share = α.
 *
 * <p>A look at which no sign-flip test could reach its level, with every seed in favour and all tests to be corrected for, is not
 * taken: what it would have spent goes to the next. That depends on n and the number of tests alone, and not on what was seen.
 */
public final class Looks {
    private Looks() {}

    /** The looks taken so far, the last at all the seeds there are. */
    public static List<Look> soFar(Observations observations) {
        List<Integer> planned = observations.line().looks();
        int seeds = observations.line().seeds();
        if (planned == null) {
            return List.of(new Look(observations.seeds().size(), 1));
        }
        return planned(planned, tests(observations.plan())).stream()
                .filter(look -> look.seeds() <= seeds)
                .toList();
    }

    /** All the looks of a run until its claims are decided; empty for one whose number of seeds is fixed. */
    public static List<Look> planned(Observations observations) {
        List<Integer> planned = observations.line().looks();
        return planned == null ? List.of() : planned(planned, tests(observations.plan()));
    }

    static List<Look> planned(List<Integer> seeds, int tests) {
        int most = seeds.get(seeds.size() - 1);
        double spent = 0;
        List<Look> looks = new ArrayList<>();
        for (int n : seeds) {
            double spend = (double) n / most * n / most;
            double share = spend - spent;
            boolean decides = SignFlip.smallestP(n) * tests <= Judge.LEVEL * share;
            boolean taken = decides || n == most;
            looks.add(new Look(n, taken ? share : 0));
            spent = taken ? spend : spent;
        }
        return looks;
    }

    /** How many comparisons of a plan are tested, and not just seen. */
    private static int tests(Plan plan) {
        int tests = 0;
        for (ClaimPlan claim : plan.claims()) {
            Statement statement = claim.statement();
            boolean exact = statement instanceof Statement.AtMost
                    || statement instanceof Statement.AtLeast
                    || (statement instanceof Statement.Matches matches && matches.within() == 0);
            tests += exact ? 0 : Comparisons.of(plan, claim).size();
        }
        return tests;
    }
}
