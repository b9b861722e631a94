package dev.assay.report;

import dev.assay.judge.Verdict;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a run directory says, and what {@code report.json} holds. It depends on nothing but the ledger's plans and records,
 * whatever the order of the records.
 *
 * @param format {@link #FORMAT}
 * @param verdicts how many claims came out how; every verdict is there. Exploratory claims count for nothing here
 * @param view what the suite's improvements come to together
 * @param experiments the experiments by question and id
 */
public record SuiteReport(
        int format, Map<Verdict, Integer> verdicts, SuiteView view, List<ExperimentReport> experiments) {
    /** The version of {@code report.json}, described by {@code dev/assay/report.schema.json}. */
    public static final int FORMAT = 1;

    public SuiteReport {
        verdicts = Collections.unmodifiableMap(new EnumMap<>(verdicts));
        experiments = List.copyOf(experiments);
    }

    /** The report on these experiments. */
    public static SuiteReport of(List<ExperimentReport> experiments) {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict, (int) experiments.stream()
                    .flatMap(experiment -> experiment.claims().stream())
                    .filter(claim -> !claim.exploratory() && claim.verdict() == verdict)
                    .count());
        }
        List<ExperimentReport> sorted = experiments.stream()
                .sorted(Comparator.comparingInt(ExperimentReport::question).thenComparing(ExperimentReport::id))
                .toList();
        return new SuiteReport(FORMAT, verdicts, SuiteView.of(sorted), sorted);
    }
}
