package dev.assay.plan;

import java.util.List;

/** Rules on the levels of factors and families. */
final class LevelRules {
    private LevelRules() {}

    static void check(Plan plan, List<Problem> problems) {
        for (int i = 0; i < plan.factors().size(); i++) {
            check(plan.factors().get(i), "factor", "factors[" + i + "].levels", problems);
        }
        for (int i = 0; i < plan.variants().size(); i++) {
            VariantPlan variant = plan.variants().get(i);
            for (int j = 0; j < variant.family().size(); j++) {
                String path = "variants[" + i + "].family[" + j + "]";
                Factor own = variant.family().get(j);
                check(own, "level", path + ".levels", problems);
                if (plan.findFactor(own.name()).isPresent()) {
                    problems.add(new Problem(
                            "repeated-name",
                            path,
                            "variant '" + variant.name() + "' has a level '" + own.name()
                                    + "', which is also a factor; a claim could not tell them apart, so rename one."));
                }
            }
        }
    }

    private static void check(Factor factor, String kind, String path, List<Problem> problems) {
        List<String> levels = factor.levels();
        if (levels.isEmpty()) {
            problems.add(new Problem(
                    "no-levels",
                    path,
                    kind + " '" + factor.name() + "' has no levels; list them with "
                            + "@Levels({\"…\"}), or make it an enum."));
        }
        for (int i = 0; i < levels.size(); i++) {
            String level = levels.get(i);
            if (!factor.type().accepts(level)) {
                problems.add(new Problem(
                        "bad-level",
                        path + "[" + i + "]",
                        "level '" + level + "' of " + kind + " '"
                                + factor.name() + "' does not read as " + word(factor.type())
                                + "; correct the text or change "
                                + "the parameter's type."));
            } else if (!factor.find(level).filter(level::equals).isPresent() || levels.indexOf(level) < i) {
                problems.add(new Problem(
                        "repeated-level",
                        path + "[" + i + "]",
                        "level '" + level + "' of " + kind + " '" + factor.name()
                                + "' stands twice; each level is run once, so leave one out."));
            }
            if (level.matches(".*[,()=|!].*")) {
                problems.add(new Problem(
                        "bad-level",
                        path + "[" + i + "]",
                        "level '" + level + "' of " + kind + " '"
                                + factor.name()
                                + "' has one of the signs , ( ) = | ! in it, with which claims are written; "
                                + "choose another text."));
            }
        }
    }

    private static String word(LevelType type) {
        return switch (type) {
            case INT -> "an int";
            case LONG -> "a long";
            case DOUBLE -> "a finite double";
            case BOOLEAN -> "true or false";
            case TEXT, ENUM -> "a name";
        };
    }
}
