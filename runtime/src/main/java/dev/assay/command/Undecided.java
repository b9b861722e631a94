package dev.assay.command;

import dev.assay.judge.Look;
import dev.assay.judge.Verdict;
import dev.assay.report.ExperimentReport;
import dev.assay.report.SuiteReport;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The experiments of a run until its claims are decided that need more seeds. */
final class Undecided {
    private Undecided() {}

    /** At how many seeds each of these experiments with an inconclusive claim is looked at next; empty once none is left. */
    static Map<String, Integer> next(SuiteReport suite, Collection<String> ids) {
        Map<String, Integer> next = new TreeMap<>();
        for (ExperimentReport experiment : suite.experiments()) {
            if (ids.contains(experiment.id()) && claims(experiment) > 0) {
                experiment.looks().stream()
                        .mapToInt(Look::seeds)
                        .filter(seeds -> seeds > experiment.seeds())
                        .min()
                        .ifPresent(seeds -> next.put(experiment.id(), seeds));
            }
        }
        return next;
    }

    private static long claims(ExperimentReport experiment) {
        return experiment.claims().stream()
                .filter(claim -> claim.verdict() == Verdict.INCONCLUSIVE)
                .count();
    }

    /** One line that says what goes on and how far. */
    static String line(SuiteReport suite, Map<String, Integer> next) {
        long claims = suite.experiments().stream()
                .filter(experiment -> next.containsKey(experiment.id()))
                .mapToLong(Undecided::claims)
                .sum();
        return claims + (claims == 1 ? " claim is" : " claims are") + " undecided; more seeds for "
                + String.join(
                        ", ",
                        next.entrySet().stream()
                                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                                .toList());
    }
}
