package dev.assay.render.markdown;

import static dev.assay.render.markdown.MarkdownText.escape;

import dev.assay.judge.Verdict;
import dev.assay.report.ClaimReport;
import dev.assay.report.Effect;
import dev.assay.report.ExperimentReport;
import dev.assay.report.FailureReport;
import dev.assay.report.SuiteReport;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes {@code summary.md}, which is short enough for a comment on a pull request: the counts, the claims with what needs
 * attention first, and what failed.
 */
public final class Summary {
    /** GitHub takes 65,536 characters in a comment; a row has up to some 400. */
    private static final int CLAIMS = 100;

    private static final int FAILURES = 10;
    private static final int MESSAGE = 200;
    private static final List<Verdict> URGENCY =
            List.of(Verdict.REFUTED, Verdict.INVALID, Verdict.INCONCLUSIVE, Verdict.NOT_JUDGED, Verdict.SUPPORTED);

    private Summary() {}

    /** The report as Markdown; every name, message and reason in it is shown as text. */
    public static String write(SuiteReport report) {
        return "## Assay: " + counts(report) + "\n\n" + ran(report) + "\n" + claims(report) + failures(report);
    }

    private static String counts(SuiteReport report) {
        String counts = report.verdicts().entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + count.getKey().words())
                .collect(Collectors.joining(", "));
        long exploratory = report.experiments().stream()
                .flatMap(experiment -> experiment.claims().stream())
                .filter(ClaimReport::exploratory)
                .count();
        return (counts.isEmpty() ? "no claims" : counts)
                + (exploratory > 0 ? ", and " + exploratory + " exploratory" : "");
    }

    private static String ran(SuiteReport report) {
        List<ExperimentReport> experiments = report.experiments();
        int trials = experiments.stream().mapToInt(ExperimentReport::trials).sum();
        int missing = experiments.stream().mapToInt(ExperimentReport::missing).sum();
        int failed = experiments.stream()
                .mapToInt(experiment -> experiment.failures().size())
                .sum();
        return experiments.size() + (experiments.size() == 1 ? " experiment, " : " experiments, ") + trials
                + " trials of effort "
                + distinct(experiments.stream()
                        .map(experiment -> experiment.effort().name().toLowerCase(Locale.ROOT)))
                + " on " + distinct(experiments.stream().map(ExperimentReport::engine))
                + (failed > 0 ? ", **" + failed + " failed**" : "")
                + (missing > 0 ? ", **" + missing + " missing**" : "") + ".\n";
    }

    private static String distinct(Stream<String> words) {
        String distinct = words.distinct().sorted().map(MarkdownText::escape).collect(Collectors.joining(" and "));
        return distinct.isEmpty() ? "none" : distinct;
    }

    private record Row(ExperimentReport experiment, ClaimReport claim) {}

    private static String claims(SuiteReport report) {
        List<Row> rows = report.experiments().stream()
                .flatMap(experiment -> experiment.claims().stream().map(claim -> new Row(experiment, claim)))
                .sorted(Comparator.comparing((Row row) -> row.claim().exploratory())
                        .thenComparingInt(row -> URGENCY.indexOf(row.claim().verdict())))
                .toList();
        if (rows.isEmpty()) {
            return "";
        }
        StringBuilder text =
                new StringBuilder(MarkdownText.head("verdict", "experiment", "claim", "effect [95 %]", "because"));
        for (Row row : rows.subList(0, Math.min(CLAIMS, rows.size()))) {
            ClaimReport claim = row.claim();
            text.append(MarkdownText.row(List.of(
                    "**" + claim.verdict().words() + "**" + (claim.exploratory() ? ", exploratory" : ""),
                    escape(row.experiment().id()),
                    escape(claim.claim()),
                    escape(Effect.of(claim)),
                    escape(claim.because()))));
        }
        return text + more(rows.size() - CLAIMS, "claims");
    }

    private static String failures(SuiteReport report) {
        List<String> lines = report.experiments().stream()
                .flatMap(experiment -> experiment.failures().stream().map(failure -> line(experiment, failure)))
                .toList();
        if (lines.isEmpty()) {
            return "";
        }
        return "\n### Trials that failed\n\n" + String.join("", lines.subList(0, Math.min(FAILURES, lines.size())))
                + more(lines.size() - FAILURES, "failed trials");
    }

    private static String line(ExperimentReport experiment, FailureReport failure) {
        String message = failure.message();
        String cut = message.codePointCount(0, message.length()) <= MESSAGE
                ? message
                : message.substring(0, message.offsetByCodePoints(0, MESSAGE)) + "…";
        return "- " + escape(experiment.id() + "/" + failure.cell() + "#" + failure.seed()) + ": "
                + failure.cause().name().toLowerCase(Locale.ROOT) + ", " + escape(cut)
                + (failure.at().isEmpty() ? "" : " (" + escape(failure.at()) + ")") + "\n";
    }

    private static String more(int left, String what) {
        return left > 0 ? "\n… and " + left + " more " + what + " in the full report.\n" : "";
    }
}
