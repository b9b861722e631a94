package dev.assay.processor;

import dev.assay.plan.FigurePlan;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Plan;
import dev.assay.plan.PlanRules;
import dev.assay.plan.VariantPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The third stage: the rules on plans, pointing at the source; doubts only where nothing is wrong. */
final class PlanChecker {
    private PlanChecker() {}

    static void check(Plan plan, Places places, List<Finding> findings) {
        PlanRules.check(plan)
                .forEach(problem ->
                        findings.add(new Finding(problem.id(), problem.message(), places.at(problem.path()))));
        checkProseNames(plan, places, findings);
        if (findings.isEmpty()) {
            PlanRules.doubts(plan)
                    .forEach(doubt ->
                            findings.add(Finding.warning(doubt.id(), doubt.message(), places.at(doubt.path()))));
        }
    }

    /** A prose file knows a part by its name alone, so a variant, a metric and a figure may not share one. */
    private static void checkProseNames(Plan plan, Places places, List<Finding> findings) {
        Map<String, String> kinds = new HashMap<>();
        plan.variants().stream().map(VariantPlan::name).forEach(name -> kinds.put(name, "variant"));
        List<String> metrics = plan.metrics().stream().map(MetricPlan::name).toList();
        checkProseNames(metrics, "metric", "metrics", kinds, places, findings);
        List<String> titles = plan.figures().stream().map(FigurePlan::title).toList();
        checkProseNames(titles, "figure", "figures", kinds, places, findings);
    }

    private static void checkProseNames(
            List<String> names,
            String kind,
            String path,
            Map<String, String> kinds,
            Places places,
            List<Finding> findings) {
        for (int i = 0; i < names.size(); i++) {
            String other = kinds.putIfAbsent(names.get(i), kind);
            if (other != null && !other.equals(kind)) {
                findings.add(new Finding(
                        "repeated-name",
                        "a " + other + " and a " + kind + " are called '" + names.get(i)
                                + "'; their prose is kept by name, so give each a name of its own.",
                        places.at(path + "[" + i + "]")));
            }
        }
    }
}
