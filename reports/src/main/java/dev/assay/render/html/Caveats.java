package dev.assay.render.html;

import dev.assay.judge.Look;
import dev.assay.judge.Names;
import dev.assay.plan.Condition;
import dev.assay.plan.ResamplingPlan;
import dev.assay.record.PlanLine;
import dev.assay.report.ExperimentReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a reader has to know before believing an experiment's verdicts. */
final class Caveats {
    private Caveats() {}

    /** Sentences; none where seeds are independent and their number was fixed. */
    static List<String> of(PlanLine line, ExperimentReport report) {
        List<String> caveats = new ArrayList<>();
        if (!report.looks().isEmpty()) {
            caveats.add(looks(report));
        }
        if (!report.extended().isEmpty()) {
            caveats.add("Extended: seeds were added after a first report at " + joined(report.extended(), " and at ")
                    + ". That is a second look at the same claims, which no correction here knows of: a verdict given"
                    + " now errs somewhat more often than 5 % of the time.");
        }
        line.plan().resamplings().forEach(resampling -> caveats.add(resampled(resampling)));
        return caveats;
    }

    private static String looks(ExperimentReport report) {
        List<Integer> taken = report.looks().stream()
                .filter(look -> look.share() > 0 && look.seeds() <= report.seeds())
                .map(Look::seeds)
                .toList();
        int most = report.looks().get(report.looks().size() - 1).seeds();
        return "Run until decided: the claims were judged "
                + (taken.isEmpty() ? "not yet" : "at " + joined(taken, " and "))
                + " of up to " + most
                + " seeds. Each look may spend a part of the 5 % error only, all together no more than"
                + " 5 %, and the first that decides a comparison does so for good.";
    }

    private static String joined(List<Integer> numbers, String between) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(between));
    }

    private static String resampled(ResamplingPlan resampling) {
        String where = Condition.parse(resampling.when()).terms().stream()
                .map(term -> Names.factor(term.factor())
                        + (term.negated() ? " other than " : " ")
                        + term.levels().stream().map(Names::level).collect(Collectors.joining(" or ")))
                .collect(Collectors.joining(" and "));
        return "Resampled: " + (where.isEmpty() ? "" : "at " + where + ", ")
                + "the seeds are splits drawn again from one table (" + resampling.train() + " parts train, "
                + resampling.test() + " test), so they share rows. Intervals and p-values there take the variance of"
                + " Nadeau and Bengio (2003), which adds " + resampling.test() + "/" + resampling.train()
                + " to the 1/n of independent seeds, with Student’s t for the sign-flip test.";
    }
}
