package dev.assay.dsl;

import dev.assay.Over;
import dev.assay.plan.ClaimPlan;

/** The first words of a claim: the side that it is about. Each word leads to those that may follow. */
public final class ClaimSubject {
    private final String that;

    ClaimSubject(String that) {
        this.that = that;
    }

    /** Claims that it is better than another side. */
    public Beating beats(String other) {
        return new Beating(that, other);
    }

    /** Claims that it equals another side, give or take a margin. */
    public Matching matches(String other) {
        return new Matching(that, other);
    }

    /** Claims a bound on a metric, which must hold at every seed. */
    public Bounded on(String metric) {
        return new Bounded(that, metric);
    }

    /** {@code that(…).beats(…)}. */
    public record Beating(String that, String other) {
        /** Names the metric, which completes the claim; a margin may follow. */
        public StakedClaim on(String metric) {
            return new StakedClaim(
                    new ClaimPlan(that, other, null, metric, "", null, null, null, null, null, null, Over.EACH));
        }
    }

    /** {@code that(…).matches(…)}. */
    public record Matching(String that, String other) {
        /** Names the metric; the margin must follow. */
        public MatchingOn on(String metric) {
            return new MatchingOn(that, other, metric);
        }
    }

    /** {@code that(…).matches(…).on(…)}. */
    public record MatchingOn(String that, String other, String metric) {
        /** The largest difference that still counts as equal; 0 means equal at every seed. */
        public StakedClaim within(double margin) {
            return new StakedClaim(
                    new ClaimPlan(that, null, other, metric, "", null, null, margin, null, null, null, Over.EACH));
        }
    }

    /** {@code that(…).on(…)}. */
    public record Bounded(String that, String metric) {
        /** The metric is at most this at every seed. */
        public StakedClaim atMost(double bound) {
            return new StakedClaim(
                    new ClaimPlan(that, null, null, metric, "", null, null, null, bound, null, null, Over.EACH));
        }

        /** The metric is at least this at every seed. */
        public StakedClaim atLeast(double bound) {
            return new StakedClaim(
                    new ClaimPlan(that, null, null, metric, "", null, null, null, null, bound, null, Over.EACH));
        }
    }
}
