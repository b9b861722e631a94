package dev.assay.report;

import dev.assay.Better;
import dev.assay.Over;
import dev.assay.judge.Names;
import dev.assay.judge.Phrases;
import dev.assay.plan.Cell;
import dev.assay.plan.ClaimPlan;
import dev.assay.plan.Condition;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Plan;
import dev.assay.plan.Side;
import dev.assay.plan.Statement;
import java.util.Set;
import java.util.stream.Collectors;

/** Says a claim in English. */
final class ClaimWords {
    private ClaimWords() {}

    /** The claim as a sentence without its full stop: "Smoothed (ε = 0.1) has lower ECE than one hot". */
    static String of(Plan plan, ClaimPlan claim) {
        MetricPlan metric = plan.metric(claim.on());
        String unit = metric.unit().isEmpty() || claim.along() != null ? "" : " " + metric.unit();
        String what = (claim.along() == null ? "" : "the slope of ")
                + Names.metric(metric)
                + (claim.along() == null ? "" : " along " + Names.factor(claim.along()));
        String that = side(Side.parse(claim.that()));
        return Names.sentence(that
                + says(claim.statement(), metric.better(), what, unit)
                + when(claim.when())
                + (claim.over() == Over.MEAN ? ", on average" : ""));
    }

    private static String says(Statement statement, Better better, String what, String unit) {
        String direction = better == Better.LOWER ? "lower" : "higher";
        if (statement instanceof Statement.Beats beats) {
            String other = side(beats.other());
            return beats.by() < 0
                    ? " is not worse than " + other + " on " + what + " by more than " + Phrases.plain(-beats.by())
                            + unit
                    : " has " + bent(direction, what) + " than " + other
                            + (beats.by() > 0 ? ", by more than " + Phrases.plain(beats.by()) + unit : "");
        }
        if (statement instanceof Statement.BeatsTimes beats) {
            return " has " + bent(direction, what) + " than " + side(beats.other()) + ", by more than "
                    + Phrases.plain(beats.times()) + " times";
        }
        if (statement instanceof Statement.Matches matches) {
            return " matches " + side(matches.other()) + " on " + what
                    + (matches.within() == 0
                            ? ", exactly and at every seed"
                            : ", within " + Phrases.plain(matches.within()) + unit);
        }
        return statement instanceof Statement.AtMost most
                ? " keeps " + what + " at or below " + Phrases.plain(most.bound()) + unit + " at every seed"
                : " keeps " + what + " at or above " + Phrases.plain(((Statement.AtLeast) statement).bound()) + unit
                        + " at every seed";
    }

    private static String bent(String direction, String what) {
        return what.startsWith("the slope") ? what.replaceFirst("the", "a " + direction) : direction + " " + what;
    }

    private static String side(Side side) {
        return side.variant().equals(Side.EVERY)
                ? "every variant"
                : Names.cell(new Cell(side.variant(), side.levels()), Set.of());
    }

    private static String when(String when) {
        return Condition.parse(when).terms().stream()
                .map(term -> Names.factor(term.factor())
                        + (term.negated() ? " other than " : " ")
                        + term.levels().stream().map(Names::level).collect(Collectors.joining(" or ")))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(" and "), text -> text.isEmpty() ? "" : ", at " + text));
    }
}
