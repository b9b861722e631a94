package dev.assay.plan;

import java.util.List;
import java.util.Map;

/** Rules on resampling: it has rows to train and to test on, is somewhere, and nowhere twice. */
final class ResamplingRules {
    private ResamplingRules() {}

    static void check(Plan plan, List<Problem> problems) {
        int before = problems.size();
        for (int i = 0; i < plan.resamplings().size(); i++) {
            ResamplingPlan resampling = plan.resamplings().get(i);
            String path = "resamplings[" + i + "]";
            if (resampling.train() < 1) {
                problems.add(size(plan, "train", resampling.train(), path));
            }
            if (resampling.test() < 1) {
                problems.add(size(plan, "test", resampling.test(), path));
            }
            VariantRules.checkCondition(plan, resampling.when(), path + ".when", problems);
        }
        for (int i = 1; i < plan.resamplings().size() && problems.size() == before; i++) {
            checkOnce(plan, i, problems);
        }
    }

    private static Problem size(Plan plan, String word, int rows, String path) {
        return new Problem(
                "bad-resampling",
                path + "." + word,
                plan.id() + " resamples a table of which " + rows + " rows " + word
                        + "; say how many do, or how many parts, at least 1.");
    }

    private static void checkOnce(Plan plan, int second, List<Problem> problems) {
        for (Map<String, String> setting : Cells.settings(plan.factors())) {
            for (int first = 0; first < second; first++) {
                if (holds(plan, first, setting) && holds(plan, second, setting)) {
                    problems.add(new Problem(
                            "bad-resampling",
                            "resamplings[" + second + "].when",
                            plan.id() + " says twice how its splits are drawn"
                                    + (setting.isEmpty() ? "" : " at " + setting)
                                    + "; say it once, and tell the places apart with when."));
                    return;
                }
            }
        }
    }

    private static boolean holds(Plan plan, int index, Map<String, String> setting) {
        return Condition.parse(plan.resamplings().get(index).when()).holds(plan.factors(), setting);
    }
}
