package dev.assay.gate;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the gate found.
 *
 * @param incomplete what the run lacks, one sentence each
 * @param claims the claims that changed or are refuted
 * @param metrics every metric that was compared
 */
public record GateReport(List<String> incomplete, List<ClaimChange> claims, List<MetricChange> metrics) {
    public GateReport {
        incomplete = List.copyOf(incomplete);
        claims = List.copyOf(claims);
        metrics = List.copyOf(metrics);
    }

    /** Whether the run passes. What is missing outweighs what is worse, for it could turn either way. */
    public Outcome outcome() {
        if (!incomplete.isEmpty()) {
            return Outcome.INCOMPLETE;
        }
        boolean regression = Stream.concat(
                        claims.stream().map(ClaimChange::isRegression),
                        metrics.stream().map(MetricChange::isRegression))
                .anyMatch(found -> found);
        return regression ? Outcome.REGRESSION : Outcome.PASS;
    }

    /** The metrics that moved with statistical support. */
    public List<MetricChange> moved() {
        return metrics.stream()
                .filter(change -> change.movement() != Movement.NONE)
                .toList();
    }
}
