package dev.assay.render.html;

import dev.assay.estimate.Estimate;
import dev.assay.judge.Phrases;
import dev.assay.plan.MetricPlan;
import dev.assay.report.CellReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A cell's row in the table of cells.
 *
 * @param label the cell
 * @param role its variant's part in the comparison, in words
 * @param values a value for each metric of the plan
 */
public record CellRow(String label, String role, List<Value> values) {
    public CellRow {
        values = List.copyOf(values);
    }

    /**
     * An estimate in a table.
     *
     * @param mean the mean, or empty where the cell does not have the metric
     * @param half the interval's half width with its sign, or empty
     * @param note what else must be known: fewer values than trials, or a share that never got there
     */
    public record Value(String mean, String half, String note) {
        static Value of(Estimate estimate) {
            List<String> notes = new ArrayList<>();
            int values = estimate.moments().n();
            if (values < estimate.trials()) {
                notes.add("n = " + values + " of " + estimate.trials());
            }
            if (estimate.never() > 0) {
                notes.add("never reached by " + estimate.never() + " of " + values);
            }
            return new Value(
                    Phrases.number(estimate.moments().mean()),
                    estimate.interval().isDefined()
                            ? "± " + Phrases.number(estimate.interval().halfWidth())
                            : "",
                    String.join(", ", notes));
        }
    }

    static CellRow of(CellReport cell, List<MetricPlan> metrics) {
        return new CellRow(
                cell.cell().toString(),
                cell.role().name().toLowerCase(Locale.ROOT),
                metrics.stream()
                        .map(metric -> {
                            Estimate estimate = cell.metrics().get(metric.name());
                            return estimate == null ? new Value("", "", "") : Value.of(estimate);
                        })
                        .toList());
    }
}
