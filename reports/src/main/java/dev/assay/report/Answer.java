package dev.assay.report;

import static dev.assay.judge.Phrases.number;
import static dev.assay.judge.Phrases.signed;

import dev.assay.Better;
import dev.assay.Effort;
import dev.assay.estimate.Contrast;
import dev.assay.estimate.Interval;
import dev.assay.estimate.Scale;
import dev.assay.judge.Evidence;
import dev.assay.judge.Judgement;
import dev.assay.judge.Verdict;
import dev.assay.plan.MetricPlan;
import dev.assay.record.PlanLine;
import java.util.List;

/** Answers an experiment's question in one sentence, from the numbers of its first claim. */
final class Answer {
    private Answer() {}

    static String of(PlanLine line, List<Judgement> judgements) {
        if (line.effort() == Effort.SMOKE) {
            return "A smoke run proves that the code runs; it answers nothing.";
        }
        if (judgements.isEmpty() || judgements.get(0).evidence().isEmpty()) {
            return "No claim was staked; the table of cells says what was measured.";
        }
        Judgement first = judgements.get(0);
        Evidence evidence = deciding(first);
        MetricPlan metric = line.plan().metric(first.claim().on());
        Contrast contrast = evidence.contrast();
        String finding = contrast == null || evidence.verdict() == Verdict.INVALID
                ? "“" + first.claim().sentence() + "” is " + first.verdict().words() + ": " + first.because()
                : moved(evidence, contrast, metric);
        long supported = judgements.stream()
                .filter(judgement -> judgement.verdict() == Verdict.SUPPORTED)
                .count();
        return finding + "; " + supported + " of " + judgements.size()
                + (judgements.size() == 1 ? " claim is supported." : " claims are supported.");
    }

    /** The comparison that a verdict over several rests on. */
    private static Evidence deciding(Judgement judgement) {
        return judgement.evidence().stream()
                .filter(part -> part.verdict() == judgement.verdict())
                .findFirst()
                .orElse(judgement.evidence().get(0));
    }

    private static String moved(Evidence evidence, Contrast contrast, MetricPlan metric) {
        String unit = metric.unit().isEmpty() || contrast.scale() == Scale.SLOPE ? "" : " " + metric.unit();
        boolean lower = metric.better() == Better.LOWER;
        double mean = lower ? -contrast.moments().mean() : contrast.moments().mean();
        Interval interval = lower ? contrast.interval().negated() : contrast.interval();
        String verb = interval.isAbove(0) ? " raised " : interval.isBelow(0) ? " lowered " : " did not clearly change ";
        boolean rank = contrast.scale() == Scale.RANK;
        double from = rank ? evidence.other().median() : evidence.other().mean();
        double to = rank ? evidence.that().median() : evidence.that().mean();
        String amount = switch (contrast.scale()) {
            case LOG ->
                "ratio " + number(Math.exp(mean)) + ", 95 % interval " + number(Math.exp(interval.low())) + "…"
                        + number(Math.exp(interval.high()));
            case RANK ->
                "medians, compared by rank: " + signed(mean) + " ranks, 95 % interval " + signed(interval.low()) + "…"
                        + signed(interval.high());
            case VALUE, SLOPE ->
                signed(mean) + ", 95 % interval " + signed(interval.low()) + "…" + signed(interval.high());
        };
        return side(evidence.comparison().that()) + verb
                + (contrast.scale() == Scale.SLOPE ? "the slope of " : "") + metric.name() + " from " + number(from)
                + unit + " (" + side(evidence.comparison().other()) + ") to " + number(to) + unit + " (" + amount + ", "
                + evidence.pairs() + " seeds)";
    }

    private static String side(List<dev.assay.plan.Cell> cells) {
        return cells.size() == 1
                ? cells.get(0).toString()
                : cells.get(0).variant() + " over " + cells.size() + " cells";
    }
}
