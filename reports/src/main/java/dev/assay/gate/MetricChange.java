package dev.assay.gate;

import dev.assay.estimate.Moments;
import dev.assay.plan.Cell;
import dev.assay.report.MetricReport;

/**
 * A metric of a cell in both reports.
 *
 * @param experiment the experiment's id
 * @param cell the cell
 * @param metric the metric, with the stored report's direction and margin
 * @param stored its values in the stored report
 * @param now its values in the run
 * @param p the p-value, corrected by Holm, of the side that the movement lies on; of the worse side if there is none; NaN
 *     where no test was possible
 * @param movement how it moved
 */
public record MetricChange(
        String experiment, Cell cell, MetricReport metric, Moments stored, Moments now, double p, Movement movement) {

    /** Whether it keeps a run from passing: a time may be worse because the machine is another, so it never does. */
    public boolean isRegression() {
        return movement == Movement.WORSE && !metric.timing();
    }
}
