package dev.assay.plan;

import java.util.List;
import java.util.Map;
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
        if (variants.size() > 1
                && baselines.size() < 2 // a second baseline is the mistake, and probably meant as the rival
                && variants.stream().allMatch(variant -> variant.role() != Role.CONTENDER)) {
            problems.add(new Problem(
                    "no-rival",
                    "",
                    plan.id() + " declares no variant beside its baseline and references, which are lines to look at; "
                            + "a comparison needs one that is neither."));
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
            int before = problems.size();
            checkCondition(plan, variant.when(), "variants[" + i + "].when", problems);
            if (problems.size() == before && never(plan, variant)) {
                problems.add(new Problem(
                        "never-there",
                        "variants[" + i + "].when",
                        "variant '" + variant.name() + "' exists at no level, because '" + variant.when()
                                + "' never holds; loosen its condition."));
            }
            for (int j = 0; j < variant.ignores().size(); j++) {
                String ignored = variant.ignores().get(j);
                if (plan.findFactor(ignored).isEmpty()) {
                    problems.add(unknownFactor(plan, ignored, "variants[" + i + "].ignores[" + j + "]"));
                }
            }
        }
    }

    private static boolean never(Plan plan, VariantPlan variant) {
        if (!CellRules.areFew(plan)) {
            return false;
        }
        List<Map<String, String>> settings = Cells.settings(plan.factors());
        return !settings.isEmpty() && settings.stream().noneMatch(setting -> Cells.exists(plan, variant, setting));
    }

    /** Reports a name that no variant has. */
    static void checkName(Plan plan, String name, String path, List<Problem> problems) {
        if (plan.findVariant(name).isEmpty()) {
            problems.add(new Problem(
                    "unknown-variant",
                    path,
                    plan.id() + " has no variant '" + name + "'."
                            + Suggestion.of(
                                    name,
                                    plan.variants().stream()
                                            .map(VariantPlan::name)
                                            .toList())));
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
