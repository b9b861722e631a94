package dev.assay.gate;

import dev.assay.Effort;
import dev.assay.judge.Verdict;
import dev.assay.report.CellReport;
import dev.assay.report.ClaimReport;
import dev.assay.report.ExperimentReport;
import dev.assay.report.SuiteReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Compares a run's report with a stored one. A run passes if it is complete, no claim in it is refuted, and no metric is
 * worse than in the stored report by more than its margin with statistical support, as {@link MetricTests} says.
 */
public final class Gate {
    private Gate() {}

    /**
     * What changed from the stored report to the run's. Experiments, cells and metrics that only the run has are new and
     * pass; those that only the stored report has make the run incomplete, so that nothing escapes by being renamed.
     *
     * @throws IncomparableException if an experiment was run with another effort or on another engine, or at smoke effort
     */
    public static GateReport compare(SuiteReport run, SuiteReport stored) {
        Map<String, ExperimentReport> before = byId(stored);
        Map<String, ExperimentReport> after = byId(run);
        List<String> incomplete = new ArrayList<>();
        List<ClaimChange> claims = new ArrayList<>();
        MetricTests tests = new MetricTests();
        for (ExperimentReport experiment : run.experiments()) {
            ExperimentReport old = before.get(experiment.id());
            requireVerdicts(experiment);
            if (old != null) {
                requireComparable(experiment, old);
                metrics(experiment, old, tests, incomplete);
            }
            trials(experiment, incomplete);
            claims.addAll(claims(experiment, old));
        }
        for (ExperimentReport old : stored.experiments()) {
            if (!after.containsKey(old.id())) {
                incomplete.add(old.id() + " is in the stored report but was not run");
            }
        }
        return new GateReport(incomplete, claims, tests.changes());
    }

    private static Map<String, ExperimentReport> byId(SuiteReport suite) {
        return suite.experiments().stream()
                .collect(Collectors.toMap(ExperimentReport::id, experiment -> experiment, (first, second) -> {
                    throw new IncomparableException("a report holds " + first.id() + " twice; write it again");
                }));
    }

    private static void requireVerdicts(ExperimentReport experiment) {
        if (experiment.effort() == Effort.SMOKE) {
            throw new IncomparableException(
                    experiment.id() + " was run at smoke effort, which proves only that the code"
                            + " runs; run it with --effort quick or full");
        }
    }

    private static void requireComparable(ExperimentReport now, ExperimentReport stored) {
        if (now.effort() != stored.effort() || !now.engine().equals(stored.engine())) {
            throw new IncomparableException(
                    now.id() + " was run at effort " + word(now.effort()) + " on " + now.engine()
                            + ", but the stored report has effort " + word(stored.effort()) + " on " + stored.engine()
                            + "; run it alike, or store a new report");
        }
    }

    private static String word(Effort effort) {
        return effort.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static void trials(ExperimentReport experiment, List<String> incomplete) {
        if (experiment.missing() > 0) {
            incomplete.add(experiment.id() + " lacks " + trials(experiment.missing()) + " of its plan");
        }
        int failed = experiment.failures().size();
        if (failed > 0) {
            incomplete.add(trials(failed) + " of " + experiment.id() + " failed");
        }
    }

    private static String trials(int count) {
        return count + (count == 1 ? " trial" : " trials");
    }

    private static void metrics(
            ExperimentReport now, ExperimentReport stored, MetricTests tests, List<String> incomplete) {
        Map<String, CellReport> cells = new LinkedHashMap<>();
        now.cells().forEach(cell -> cells.put(cell.cell().toString(), cell));
        for (CellReport old : stored.cells()) {
            String place = stored.id() + "/" + old.cell();
            CellReport cell = cells.get(old.cell().toString());
            if (cell == null) {
                incomplete.add(place + " is in the stored report but not in the run's plan");
                continue;
            }
            old.metrics().forEach((name, estimate) -> {
                if (!cell.metrics().containsKey(name)) {
                    incomplete.add(name + " of " + place + " is in the stored report but not in the run's plan");
                } else if (estimate.moments().n() >= 2
                        && cell.metrics().get(name).moments().n() < 2) {
                    incomplete.add(
                            name + " of " + place + " had " + estimate.moments().n()
                                    + " finite values in the stored report and has "
                                    + cell.metrics().get(name).moments().n());
                }
            });
            tests.add(stored, old, cell);
        }
    }

    private static List<ClaimChange> claims(
            ExperimentReport now, @org.jspecify.annotations.Nullable ExperimentReport stored) {
        Map<String, ClaimReport> before = new LinkedHashMap<>();
        if (stored != null) {
            stored.claims().forEach(claim -> before.put(claim.claim(), claim));
        }
        List<ClaimChange> changes = new ArrayList<>();
        for (ClaimReport claim : now.claims()) {
            ClaimReport old = before.remove(claim.claim());
            Verdict was = old == null ? null : old.verdict();
            if (claim.verdict() != was || claim.verdict() == Verdict.REFUTED) {
                changes.add(new ClaimChange(now.id(), claim.claim(), was, claim.verdict(), claim.because()));
            }
        }
        before.values()
                .forEach(old -> changes.add(new ClaimChange(now.id(), old.claim(), old.verdict(), null, "withdrawn")));
        return changes;
    }
}
