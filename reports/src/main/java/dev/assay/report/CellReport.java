package dev.assay.report;

import dev.assay.estimate.Estimate;
import dev.assay.estimate.Observations;
import dev.assay.plan.Cell;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Plan;
import dev.assay.plan.Role;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The estimates of a cell.
 *
 * @param cell the cell
 * @param role its variant's part in the comparison
 * @param metrics an estimate for each metric that the variant has, in the plan's order
 */
public record CellReport(Cell cell, Role role, Map<String, Estimate> metrics) {
    public CellReport {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    static CellReport of(Observations observations, Cell cell) {
        Plan plan = observations.plan();
        Map<String, Estimate> metrics = new LinkedHashMap<>();
        for (MetricPlan metric : plan.metrics()) {
            if (metric.variants().contains(cell.variant())) {
                metrics.put(metric.name(), observations.estimate(cell, metric));
            }
        }
        return new CellReport(cell, plan.variant(cell.variant()).role(), metrics);
    }
}
