package dev.assay.gate;

import dev.assay.Better;
import dev.assay.Effort;
import dev.assay.Over;
import dev.assay.RandomStream;
import dev.assay.estimate.Observations;
import dev.assay.plan.Cell;
import dev.assay.plan.Cells;
import dev.assay.plan.ClaimPlan;
import dev.assay.plan.Factor;
import dev.assay.plan.LevelType;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Plan;
import dev.assay.plan.Role;
import dev.assay.plan.Seeds;
import dev.assay.plan.VariantPlan;
import dev.assay.record.LedgerLine;
import dev.assay.record.PlanLine;
import dev.assay.record.Provenance;
import dev.assay.record.Status;
import dev.assay.record.TrialRecord;
import dev.assay.report.ExperimentReport;
import dev.assay.report.SuiteReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs of an experiment whose values are drawn: 3 variants at 2 levels, 3 metrics with a direction, one of them a time. */
final class Runs {
    static final int SEEDS = 10;

    /** What is added to a metric of a variant. */
    record Shift(String variant, String metric, double by) {}

    private Runs() {}

    static SuiteReport run(RandomStream random, Shift... shifts) {
        return run("demo", Effort.QUICK, "MXNet", SEEDS, random, shifts);
    }

    static SuiteReport run(
            String id, Effort effort, String engine, int trialsACell, RandomStream random, Shift... shifts) {
        return StoredReport.asStored(judged(plan(id, true), effort, engine, trialsACell, random, shifts));
    }

    /** A run whose metrics have no margin, with all the digits that a report does not store: quickly made. */
    static SuiteReport withoutMargins(RandomStream random, Shift... shifts) {
        return judged(plan("demo", false), Effort.QUICK, "MXNet", SEEDS, random, shifts);
    }

    private static SuiteReport judged(
            Plan plan, Effort effort, String engine, int trialsACell, RandomStream random, Shift... shifts) {
        PlanLine line = new PlanLine(
                LedgerLine.FORMAT,
                plan.id(),
                effort,
                engine,
                SEEDS,
                new Provenance("", Map.of(), Map.of(), Map.of(), "", 1),
                plan,
                "");
        List<TrialRecord> trials = new ArrayList<>();
        for (Cell cell : Cells.of(line.plan())) {
            for (int seed = 0; seed < trialsACell; seed++) {
                trials.add(trial(line, cell, seed, random, shifts));
            }
        }
        return SuiteReport.of(List.of(ExperimentReport.of(line, Observations.of(line, trials), List.of())));
    }

    private static TrialRecord trial(PlanLine line, Cell cell, int seed, RandomStream random, Shift... shifts) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (MetricPlan metric : line.plan().metrics()) {
            // Ten times as good as the baseline's noise, so that the claim is true.
            double value = 100 + random.nextGaussian() - (cell.variant().equals("better") ? 10 : 0);
            for (Shift shift : shifts) {
                value +=
                        shift.variant().equals(cell.variant()) && shift.metric().equals(metric.name()) ? shift.by() : 0;
            }
            metrics.put(metric.name(), value);
        }
        return new TrialRecord(
                LedgerLine.FORMAT,
                line.experiment(),
                cell.variant(),
                cell.levels(),
                seed,
                Status.OK,
                metrics,
                List.of(),
                List.of(),
                null,
                1,
                line.effort(),
                line.engine());
    }

    private static Plan plan(String id, boolean withMargin) {
        List<String> all = List.of("old", "better", "same");
        return new Plan(
                id,
                0,
                "Demo",
                "Is it?",
                "",
                "",
                Seeds.DEFAULT,
                List.of(new Factor("size", LevelType.INT, List.of("1", "2"))),
                List.of(
                        new VariantPlan("old", "", Role.BASELINE, "", List.of(), List.of()),
                        new VariantPlan("better", "", Role.CONTENDER, "", List.of(), List.of()),
                        new VariantPlan("same", "", Role.CONTENDER, "", List.of(), List.of())),
                List.of(
                        new MetricPlan("loss", "", Better.LOWER, "nat", false, null, all),
                        new MetricPlan("score", "", Better.HIGHER, "", false, null, all),
                        new MetricPlan("millis", "", Better.LOWER, "ms", true, null, all),
                        new MetricPlan("depth", "", Better.NEITHER, "", false, null, all)),
                List.of(),
                List.of(),
                List.of(
                                new ClaimPlan(
                                        "better", "old", null, "loss", "", null, null, null, null, null, null,
                                        Over.EACH),
                                new ClaimPlan(
                                        "same", null, "old", "score", "", null, null, 3.0, null, null, null, Over.EACH))
                        .subList(0, withMargin ? 2 : 1));
    }
}
