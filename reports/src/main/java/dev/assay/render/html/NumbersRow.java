package dev.assay.render.html;

import dev.assay.estimate.Estimate;
import dev.assay.estimate.Moments;
import dev.assay.judge.Phrases;
import dev.assay.report.CellReport;
import java.util.List;

/**
 * A metric in a cell, in every number that is known of it.
 *
 * @param cell the cell
 * @param metric the metric's name
 * @param n how many finite values, and of how many trials where that is more
 * @param mean the mean
 * @param interval its 95 % Student-t interval, or a dash
 * @param sd the standard deviation
 * @param median the median
 * @param range the least and the greatest value
 */
public record NumbersRow(
        String cell, String metric, String n, String mean, String interval, String sd, String median, String range) {
    static List<NumbersRow> of(CellReport report) {
        return report.metrics().entrySet().stream()
                .map(metric -> of(report.cell().toString(), metric.getKey(), metric.getValue()))
                .toList();
    }

    private static NumbersRow of(String cell, String metric, Estimate estimate) {
        Moments moments = estimate.moments();
        return new NumbersRow(
                cell,
                metric,
                moments.n() + (moments.n() < estimate.trials() ? " of " + estimate.trials() : ""),
                Phrases.number(moments.mean()),
                estimate.interval().isDefined()
                        ? Phrases.number(estimate.interval().low()) + "…"
                                + Phrases.number(estimate.interval().high())
                        : "–",
                Phrases.number(moments.sd()),
                Phrases.number(moments.median()),
                moments.n() == 0 ? "–" : Phrases.number(moments.min()) + "…" + Phrases.number(moments.max()));
    }
}
