package dev.assay.render.html;

import dev.assay.Better;
import dev.assay.estimate.Interval;
import dev.assay.judge.Phrases;
import dev.assay.plan.MetricPlan;
import dev.assay.report.ContrastReport;

/**
 * A row of the table of contenders against the baseline.
 *
 * @param metric the metric's name
 * @param that the contender
 * @param baseline the baseline's cell
 * @param difference contender minus baseline, signed, with its unit
 * @param interval the 95 % interval
 * @param effect the paired effect size in favour of the contender
 * @param wins the share of seeds in its favour with its interval, in percent
 * @param p the raw sign-flip p-value
 * @param pairs how many seeds
 */
public record ContrastRow(
        String metric,
        String that,
        String baseline,
        String difference,
        String interval,
        String effect,
        String wins,
        String p,
        int pairs) {
    static ContrastRow of(ContrastReport report, MetricPlan metric) {
        boolean lower = metric.better() == Better.LOWER;
        double mean = report.contrast().moments().mean();
        Interval interval = lower
                ? report.contrast().interval().negated()
                : report.contrast().interval();
        return new ContrastRow(
                report.metric(),
                report.that().toString(),
                report.baseline().toString(),
                Phrases.signed(lower ? -mean : mean) + (metric.unit().isEmpty() ? "" : " " + metric.unit()),
                interval.isDefined() ? Phrases.signed(interval.low()) + "…" + Phrases.signed(interval.high()) : "–",
                Phrases.signed(report.contrast().effect()),
                EvidenceRow.wins(report.contrast(), metric.better()),
                Phrases.p(report.contrast().p()),
                report.contrast().moments().n());
    }
}
