package dev.assay.plan;

import dev.assay.Better;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What makes a plan a sound comparison. The annotation processor and the fluent DSL both ask here, so both refuse the same
 * mistakes with the same words.
 */
public final class PlanRules {
    private static final Pattern FILE_SAFE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    /** What some systems take for a device whatever follows. */
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|(com|lpt)[0-9]");

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_]\\w*");

    private PlanRules() {}

    /** Everything that is wrong with a plan, in the order of its parts; empty for a plan that may be run. */
    public static List<Problem> check(Plan plan) {
        List<Problem> problems = new ArrayList<>();
        checkHead(plan, problems);
        int head = problems.size();
        checkNames(plan, problems);
        LevelRules.check(plan, problems);
        CellRules.check(plan, problems);
        VariantRules.check(plan, problems);
        if (plan.metrics().isEmpty()) {
            problems.add(new Problem(
                    "no-metric",
                    "",
                    plan.id() + " declares no metric; say with @Metric what its " + "variants are compared on."));
        }
        for (int i = 0; i < plan.metrics().size(); i++) {
            checkMetric(plan, plan.metrics().get(i), "metrics[" + i + "]", problems);
        }
        boolean sound = problems.size() == head;
        FigureRules.check(plan, problems);
        PlotRules.check(plan, problems);
        ResamplingRules.check(plan, problems);
        if (plan.claims().isEmpty()) {
            problems.add(new Problem(
                    "no-claim",
                    "",
                    plan.id() + " stakes no claim; say with @Claim what you expect to " + "find, before you look."));
        }
        int before = problems.size();
        Unfolded unfolded = new Unfolded(plan);
        ClaimRules.check(plan, unfolded, sound, problems);
        // How many seeds it takes can be said once it is known how many comparisons there are.
        SeedRules.check(plan, unfolded, sound && problems.size() == before, problems);
        return List.copyOf(problems);
    }

    /**
     * What is probably a mistake, though a person may mean it; the annotation processor warns of it.
     *
     * @param plan one that may be run
     */
    public static List<Problem> doubts(Plan plan) {
        List<Problem> doubts = new ArrayList<>();
        SeedRules.doubt(plan, doubts);
        return List.copyOf(doubts);
    }

    private static void checkHead(Plan plan, List<Problem> problems) {
        if (DEVICE.matcher(plan.id()).matches()) {
            problems.add(new Problem(
                    "bad-id",
                    "id",
                    "'" + plan.id() + "' cannot be the name of a page, because a device of some systems has that name; "
                            + "choose another."));
        } else if (!FILE_SAFE.matcher(plan.id()).matches()) {
            problems.add(new Problem(
                    "bad-id",
                    "id",
                    "'" + plan.id() + "' cannot be the name of a page and a command-line "
                            + "word; use small letters, digits and single hyphens, starting with a letter."));
        }
        if (plan.question() < 0) {
            problems.add(new Problem(
                    "bad-question",
                    "question",
                    plan.id() + " answers question " + plan.question()
                            + "; questions count from 1, and 0 means none."));
        }
        if (plan.title().isBlank()) {
            problems.add(new Problem("no-title", "title", plan.id() + " has an empty title; name the technique."));
        }
        if (!plan.asks().strip().endsWith("?")) {
            problems.add(new Problem(
                    "bad-asks",
                    "asks",
                    "'" + plan.asks() + "' is no question; say in one sentence that "
                            + "ends in a question mark what the experiment finds out."));
        }
    }

    private static void checkNames(Plan plan, List<Problem> problems) {
        unique(plan.factors().stream().map(Factor::name).toList(), "factors", "factor", problems);
        unique(plan.variants().stream().map(VariantPlan::name).toList(), "variants", "variant", problems);
        unique(plan.metrics().stream().map(MetricPlan::name).toList(), "metrics", "metric", problems);
        for (int i = 0; i < plan.variants().size(); i++) {
            List<Factor> family = plan.variants().get(i).family();
            unique(family.stream().map(Factor::name).toList(), "variants[" + i + "].family", "level", problems);
        }
    }

    private static void unique(List<String> names, String path, String kind, List<Problem> problems) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!IDENTIFIER.matcher(name).matches()) {
                problems.add(new Problem(
                        "bad-name",
                        path + "[" + i + "]",
                        "'" + name + "' cannot name a " + kind
                                + "; use letters, digits and underscores, starting with a letter."));
            }
            if (!seen.add(name)) {
                problems.add(new Problem(
                        "repeated-name",
                        path + "[" + i + "]",
                        "two " + kind + "s are called '" + name + "'; give each a name of its own."));
            }
        }
    }

    private static void checkMetric(Plan plan, MetricPlan metric, String path, List<Problem> problems) {
        if (metric.variants().isEmpty()) {
            problems.add(new Problem(
                    "metric-unused",
                    path,
                    "no variant of " + plan.id() + " returns what metric '" + metric.name()
                            + "' is taken on; let a variant return it or change the metric's parameter."));
        }
        for (int i = 0; i < metric.variants().size(); i++) {
            VariantRules.checkName(plan, metric.variants().get(i), path + ".variants[" + i + "]", problems);
        }
        if (metric.never() != null && metric.better() == Better.HIGHER) {
            problems.add(new Problem(
                    "bad-never",
                    path + ".never",
                    "metric '" + metric.name() + "' has the cap " + metric.never()
                            + ", at which a target was never reached, and more of it is better; a time to a target is "
                            + "better when LOWER, so change the direction or leave never out."));
        }
        if (metric.never() != null && !(metric.never() > 0)) {
            problems.add(new Problem(
                    "bad-never",
                    path + ".never",
                    "metric '" + metric.name() + "' is never reached at " + metric.never()
                            + "; give the cap, a number above 0."));
        }
    }
}
