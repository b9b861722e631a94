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
import dev.assay.judge.Names;
import dev.assay.judge.Phrases;
import dev.assay.judge.Verdict;
import dev.assay.plan.Cell;
import dev.assay.plan.MetricPlan;
import dev.assay.record.PlanLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers an experiment's question in a sentence made of the numbers of its first claim, and counts the others. */
final class Answer {
    private Answer() {}

    static String of(PlanLine line, List<Judgement> judgements) {
        if (line.effort() == Effort.SMOKE) {
            return "A smoke run proves that the code runs; it answers nothing.";
        }
        List<Judgement> staked = judgements.stream()
                .filter(judgement -> !judgement.exploratory())
                .toList();
        List<Judgement> telling = staked.isEmpty() ? judgements : staked;
        if (telling.isEmpty() || telling.get(0).evidence().isEmpty()) {
            return "No claim was staked; the table of cells says what was measured.";
        }
        Judgement first = telling.get(0);
        Evidence evidence = deciding(first);
        MetricPlan metric = line.plan().metric(first.claim().on());
        Contrast contrast = evidence.contrast();
        String finding = contrast == null || evidence.verdict() == Verdict.INVALID
                ? "“" + ClaimWords.of(line.plan(), first.claim()) + "” is "
                        + first.verdict().words() + ": " + first.because()
                : new Moved(evidence, contrast, metric, first.claim().along()).sentence();
        int apart = judgements.size() - staked.size();
        return finding + "." + (staked.isEmpty() ? "" : " " + tally(staked))
                + (apart == 0 ? "" : apart == 1 ? " One more is exploratory." : " " + apart + " more are exploratory.");
    }

    /** The comparison that a verdict over several rests on. */
    private static Evidence deciding(Judgement judgement) {
        return judgement.evidence().stream()
                .filter(part -> part.verdict() == judgement.verdict())
                .findFirst()
                .orElse(judgement.evidence().get(0));
    }

    private static String tally(List<Judgement> judgements) {
        List<String> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count = judgements.stream()
                    .filter(judgement -> judgement.verdict() == verdict)
                    .count();
            if (count > 0) {
                counts.add(count + " " + verdict.words());
            }
        }
        if (judgements.size() == 1) {
            return "The one claim is " + judgements.get(0).verdict().words() + ".";
        }
        if (counts.size() == 1) {
            return (judgements.size() == 2 ? "Both" : "All " + judgements.size()) + " claims are "
                    + judgements.get(0).verdict().words() + ".";
        }
        String last = counts.remove(counts.size() - 1);
        return "Of " + judgements.size() + " claims, " + String.join(", ", counts) + " and " + last + ".";
    }

    /** How one side moved a metric from where the other has it. */
    private record Moved(
            Evidence evidence,
            Contrast contrast,
            MetricPlan metric,
            @Nullable String along) {
        String sentence() {
            boolean lower = metric.better() == Better.LOWER;
            Interval interval = lower ? contrast.interval().negated() : contrast.interval();
            boolean rank = contrast.scale() == Scale.RANK;
            String from =
                    number(rank ? evidence.other().median() : evidence.other().mean(), decimals()) + unit();
            String to = number(rank ? evidence.that().median() : evidence.that().mean(), decimals()) + unit();
            String what = (contrast.scale() == Scale.SLOPE ? "the slope of " : rank ? "the median of " : "")
                    + Names.metric(metric)
                    + (contrast.scale() == Scale.SLOPE && along != null ? " along " + Names.factor(along) : "");
            String that = side(evidence.comparison().that());
            String other = side(evidence.comparison().other());
            String place = Names.place(evidence.comparison().at());
            String amount = " (" + amount(lower, interval) + ", " + evidence.pairs() + " seeds)";
            if (!interval.isAbove(0) && !interval.isBelow(0)) {
                return Names.sentence(that + " did not clearly change " + what + place + ": " + from + " with " + other
                        + ", " + to + " with " + that + amount);
            }
            return Names.sentence(that + (interval.isAbove(0) ? " raised " : " lowered ") + what + " from " + from
                    + " with " + other + " to " + to + place + amount);
        }

        /** The decimals that the interval leaves a meaning; ranks and ratios are of another scale than the values. */
        private int decimals() {
            return contrast.scale() == Scale.VALUE || contrast.scale() == Scale.SLOPE
                    ? Phrases.decimals(contrast.interval().halfWidth())
                    : -1;
        }

        private String unit() {
            return metric.unit().isEmpty() || contrast.scale() == Scale.SLOPE ? "" : " " + metric.unit();
        }

        private String amount(boolean lower, Interval interval) {
            double mean =
                    lower ? -contrast.moments().mean() : contrast.moments().mean();
            return switch (contrast.scale()) {
                case LOG -> {
                    boolean down = mean < 0;
                    Interval times = down ? interval.negated() : interval;
                    yield number(Math.exp(Math.abs(mean))) + " times " + (down ? "lower" : "higher")
                            + ", 95 % interval " + number(Math.exp(times.low())) + "…" + number(Math.exp(times.high()));
                }
                case RANK ->
                    "compared by rank: " + signed(mean) + " ranks, 95 % interval " + signed(interval.low()) + "…"
                            + signed(interval.high());
                case VALUE, SLOPE ->
                    signed(mean, decimals()) + ", 95 % interval " + signed(interval.low(), decimals()) + "…"
                            + signed(interval.high(), decimals());
            };
        }

        private String side(List<Cell> cells) {
            Set<String> without = evidence.comparison().at().keySet();
            return cells.size() == 1
                    ? Names.cell(cells.get(0), without)
                    : Names.spaced(cells.get(0).variant())
                            + (along == null ? ", averaged over " + cells.size() + " cells," : "");
        }
    }
}
