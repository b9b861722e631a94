package dev.assay.render.html;

import dev.assay.judge.Verdict;
import dev.assay.record.RunInfo;
import dev.assay.report.ExperimentReport;
import dev.assay.report.SuiteReport;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the index shows.
 *
 * @param suite the numbers
 * @param entries the experiments in the report's order
 * @param together what the experiments come to together, or null where there is nothing to say
 * @param run how it was run, or null if {@code run.json} is missing
 */
public record IndexPage(
        SuiteReport suite,
        List<Entry> entries,
        @Nullable SuitePart together,
        @Nullable RunInfo run) {
    public IndexPage {
        entries = List.copyOf(entries);
    }

    /**
     * An experiment on the index.
     *
     * @param report its numbers
     * @param claims its claims
     */
    public record Entry(ExperimentReport report, List<ClaimRow> claims) {
        public Entry {
            claims = List.copyOf(claims);
        }

        /** The claims that were staked before the first trial. */
        public List<ClaimRow> staked() {
            return claims.stream().filter(row -> !row.claim().exploratory()).toList();
        }

        /** The claims that were made with trials at hand. */
        public List<ClaimRow> exploratory() {
            return claims.stream().filter(row -> row.claim().exploratory()).toList();
        }

        /** Classes for each verdict that occurs, by which the index is filtered. */
        public String styles() {
            return staked().stream()
                    .map(row -> row.claim().verdict())
                    .distinct()
                    .sorted()
                    .map(verdict -> "has-" + VerdictChip.name(verdict))
                    .collect(Collectors.joining(" "));
        }
    }

    /** The verdicts that occur, in their order. */
    public List<Verdict> verdicts() {
        return suite.verdicts().entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    /** How many claims have a verdict. */
    public int count(Verdict verdict) {
        return suite.verdicts().getOrDefault(verdict, 0);
    }

    /** How many claims there are. */
    public int claims() {
        return suite.verdicts().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Efforts, engines and seeds of the experiments in words. */
    public String ran() {
        String efforts = distinct(suite.experiments().stream()
                .map(report -> report.effort().name().toLowerCase(Locale.ROOT)));
        String engines = distinct(suite.experiments().stream().map(ExperimentReport::engine));
        String seeds = distinct(suite.experiments().stream().map(report -> String.valueOf(report.seeds())));
        int trials =
                suite.experiments().stream().mapToInt(ExperimentReport::trials).sum();
        return trials + " trials on " + engines + ", effort " + efforts + ", " + seeds + " paired seeds";
    }

    private static String distinct(java.util.stream.Stream<String> words) {
        return words.distinct().sorted().collect(Collectors.joining(" and "));
    }
}
