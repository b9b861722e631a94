package dev.assay.plan;

import java.util.List;
import java.util.regex.Pattern;

/** Rules on the levels of factors and families. */
final class LevelRules {
    private static final Pattern FREE_OF_SIGNS = Pattern.compile("[^,()=|!\\p{Cntrl}]*");

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
            String at = path + "[" + i + "]";
            if (!FREE_OF_SIGNS.matcher(level).matches()) {
                problems.add(new Problem(
                        "bad-level",
                        at,
                        "level '" + level + "' of " + kind + " '" + factor.name()
                                + "' has one of the signs , ( ) = | ! or a line break in it, with which claims are "
                                + "written; choose another text."));
            } else if (!level.equals(level.strip())) {
                problems.add(new Problem(
                        "bad-level",
                        at,
                        "level '" + level + "' of " + kind + " '" + factor.name()
                                + "' begins or ends with a blank, which a claim cannot write; leave it out."));
            } else if (!factor.type().accepts(level)) {
                problems.add(new Problem(
                        "bad-level",
                        at,
                        "level '" + level + "' of " + kind + " '" + factor.name() + "' does not read as "
                                + word(factor.type()) + "; correct the text or change the parameter's type."));
            } else if (levels.indexOf(factor.find(level).orElse(level)) < i) {
                problems.add(new Problem(
                        "repeated-level",
                        at,
                        "level '" + level + "' of " + kind + " '" + factor.name() + "' stands twice"
                                + factor.find(level)
                                        .filter(earlier -> !earlier.equals(level))
                                        .map(earlier -> ", once as '" + earlier + "'")
                                        .orElse("")
                                + "; each level is run once, so leave one out."));
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
