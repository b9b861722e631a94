package dev.assay.render.json;

import dev.assay.estimate.Estimate;
import dev.assay.report.CellReport;
import dev.assay.report.ExperimentReport;
import dev.assay.report.SuiteReport;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes the estimates in Bencher Metric Format, which the continuous benchmarking service Bencher takes through its
 * {@code json} adapter: a benchmark for each cell, a measure for each metric, with the mean as {@code value} and the ends of
 * its 95 % interval as {@code lower_value} and {@code upper_value}.
 *
 * <p>Source: <a href="https://bencher.dev/docs/reference/bencher-metric-format">Bencher Metric Format</a> and its schema,
 * <a href="https://bencher.dev/bmf.json">bmf.json</a>: {@code value} is required, the ends are optional, and all are numbers.
 */
public final class BencherJson {
    private BencherJson() {}

    /** The estimates as indented JSON; a metric without a finite value, or a cell without any, is left out. */
    public static String write(SuiteReport report) {
        Map<String, Map<String, Map<String, Double>>> benchmarks = new LinkedHashMap<>();
        for (ExperimentReport experiment : report.experiments()) {
            for (CellReport cell : experiment.cells()) {
                Map<String, Map<String, Double>> measures = measures(cell);
                if (!measures.isEmpty()) {
                    benchmarks.put(experiment.id() + "/" + cell.cell(), measures);
                }
            }
        }
        return ReportJson.text(benchmarks);
    }

    private static Map<String, Map<String, Double>> measures(CellReport cell) {
        Map<String, Map<String, Double>> measures = new LinkedHashMap<>();
        cell.metrics().forEach((name, estimate) -> {
            if (estimate.moments().n() > 0) {
                measures.put(name, values(estimate));
            }
        });
        return measures;
    }

    private static Map<String, Double> values(Estimate estimate) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("value", estimate.moments().mean());
        if (estimate.interval().isDefined()) {
            values.put("lower_value", estimate.interval().low());
            values.put("upper_value", estimate.interval().high());
        }
        return values;
    }
}
