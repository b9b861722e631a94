package dev.assay.plan;

import java.util.List;
import java.util.stream.Collectors;

/** Rules on the set of variants and on when each exists. */
final class VariantRules {
    private VariantRules() {}

    static void check(Plan plan, List<Problem> problems) {
        List<VariantPlan> variants = plan.variants();
        List<VariantPlan> baselines = variants.stream()
                .filter(variant -> variant.role() == Role.BASELINE)
                .toList();
        if (variants.size() < 2) {
            problems.add(new Problem(
                    "no-rival",
                    "",
                    plan.id() + " declares " + variants.size()
                            + (variants.size() == 1 ? " variant" : " variants")
                            + "; a comparison needs a baseline and at least one other."));
        }
        if (baselines.isEmpty() && !variants.isEmpty()) {
            problems.add(
                    new Problem(
                            "no-baseline",
                            "",
                            plan.id() + " declares " + variants.size()
                                    + (variants.size() == 1 ? " variant" : " variants")
                                    + " and no baseline; mark the one the others are compared with @Variant(baseline = true)."));
        }
        for (int i = 0; i < variants.size(); i++) {
            VariantPlan variant = variants.get(i);
            if (variant.role() == Role.BASELINE && baselines.indexOf(variant) > 0) {
                problems.add(new Problem(
                        "two-baselines",
                        "variants[" + i + "]",
                        plan.id() + " marks "
                                + baselines.stream().map(VariantPlan::name).collect(Collectors.joining(" and "))
                                + " as baseline; there is one thing that all are compared with, so leave one."));
            }
            if (variant.role() == Role.BASELINE && !variant.family().isEmpty()) {
                problems.add(new Problem(
                        "baseline-family",
                        "variants[" + i + "]",
                        "the baseline '" + variant.name()
                                + "' is a family; fix its levels, so that the others are compared with one thing."));
            }
            checkCondition(plan, variant.when(), "variants[" + i + "].when", problems);
            for (int j = 0; j < variant.ignores().size(); j++) {
                String ignored = variant.ignores().get(j);
                if (plan.findFactor(ignored).isEmpty()) {
                    problems.add(unknownFactor(plan, ignored, "variants[" + i + "].ignores[" + j + "]"));
                }
            }
        }
    }

    /** Reports a condition that does not read, or that names a factor or level the plan does not have. */
    static void checkCondition(Plan plan, String text, String path, List<Problem> problems) {
        Condition condition;
        try {
            condition = Condition.parse(text);
        } catch (IllegalArgumentException unreadable) {
            problems.add(new Problem("bad-condition", path, unreadable.getMessage() + "."));
            return;
        }
        for (Condition.Term term : condition.terms()) {
            plan.findFactor(term.factor())
                    .ifPresentOrElse(
                            factor -> term.levels().forEach(level -> {
                                if (factor.find(level).isEmpty()) {
                                    problems.add(unknownLevel(factor, level, path));
                                }
                            }),
                            () -> problems.add(unknownFactor(plan, term.factor(), path)));
        }
    }

    static Problem unknownFactor(Plan plan, String name, String path) {
        return new Problem(
                "unknown-factor",
                path,
                plan.id() + " has no factor '" + name + "'."
                        + Suggestion.of(
                                name, plan.factors().stream().map(Factor::name).toList()));
    }

    static Problem unknownLevel(Factor factor, String level, String path) {
        return new Problem(
                "unknown-level",
                path,
                "'" + factor.name() + "' has no level '" + level + "'." + Suggestion.of(level, factor.levels()));
    }
}
