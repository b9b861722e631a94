package dev.assay.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules on plots: their metrics and what they are drawn against exist. */
final class PlotRules {
    private PlotRules() {}

    static void check(Plan plan, List<Problem> problems) {
        for (int i = 0; i < plan.plots().size(); i++) {
            PlotPlan plot = plan.plots().get(i);
            String path = "plots[" + i + "]";
            if (plot.of().isEmpty()) {
                problems.add(new Problem(
                        "no-metric",
                        path + ".of",
                        "the plot against '" + plot.against() + "' draws nothing; name the metrics that it shows."));
            }
            for (int j = 0; j < plot.of().size(); j++) {
                if (plan.findMetric(plot.of().get(j)).isEmpty()) {
                    problems.add(ClaimRules.unknownMetric(plan, plot.of().get(j), path + ".of[" + j + "]"));
                } else {
                    checkThere(plan, plot, plan.metric(plot.of().get(j)), path + ".of[" + j + "]", problems);
                }
            }
            Optional<Factor> against = against(plan, plot);
            if (against.isEmpty()) {
                problems.add(new Problem(
                        "unknown-factor",
                        path + ".against",
                        plan.id() + " has no factor or family level '" + plot.against() + "'."
                                + Suggestion.of(plot.against(), axes(plan))));
            } else if (plot.log() && !positive(against.get())) {
                problems.add(new Problem(
                        "bad-log",
                        path + ".log",
                        "'" + plot.against() + "' has levels " + against.get().levels()
                                + ", which a logarithmic axis cannot show; leave log out."));
            }
        }
    }

    /** A plot against a family's own level shows that family alone, so its metrics must be there. */
    private static void checkThere(Plan plan, PlotPlan plot, MetricPlan metric, String path, List<Problem> problems) {
        plan.variants().stream()
                .filter(variant -> plot.against().startsWith(variant.name() + "."))
                .filter(variant ->
                        !metric.variants().isEmpty() && !metric.variants().contains(variant.name()))
                .findFirst()
                .ifPresent(variant -> problems.add(new Problem(
                        "metric-not-there",
                        path,
                        "metric '" + metric.name() + "' cannot be taken on what variant '" + variant.name()
                                + "' returns, so a plot against '" + plot.against()
                                + "' would be empty; it is there for: "
                                + String.join(", ", metric.variants()) + ".")));
    }

    /** The factor, or the family's own, that a plot is drawn against. */
    static Optional<Factor> against(Plan plan, PlotPlan plot) {
        Optional<Factor> factor = plan.findFactor(plot.against());
        if (factor.isPresent()) {
            return factor;
        }
        return plan.variants().stream()
                .flatMap(variant -> variant.family().stream()
                        .filter(own -> (variant.name() + "." + own.name()).equals(plot.against())))
                .findFirst();
    }

    private static List<String> axes(Plan plan) {
        List<String> axes =
                new ArrayList<>(plan.factors().stream().map(Factor::name).toList());
        plan.variants()
                .forEach(variant -> variant.family().forEach(own -> axes.add(variant.name() + "." + own.name())));
        return axes;
    }

    private static boolean positive(Factor factor) {
        return factor.type().isNumeric()
                && factor.levels().stream()
                        .filter(LevelType.DOUBLE::accepts)
                        .allMatch(level -> factor.number(level) > 0);
    }
}
