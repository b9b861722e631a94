package dev.assay.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rules on claims two by two: no two say the same, and no two exclude each other. */
final class ClaimPairRules {
    private ClaimPairRules() {}

    /**
     * Adds what is wrong between claims.
     *
     * @param claims each claim that is right by itself, with its path
     */
    static void check(Unfolded unfolded, List<Map.Entry<String, ClaimPlan>> claims, List<Problem> problems) {
        for (int i = 0; i < claims.size(); i++) {
            ClaimPlan claim = claims.get(i).getValue();
            String path = claims.get(i).getKey();
            for (ClaimPlan earlier :
                    claims.subList(0, i).stream().map(Map.Entry::getValue).toList()) {
                if (sameKind(unfolded, claim, earlier)) {
                    problems.add(new Problem(
                            "repeated-claim",
                            path,
                            "the claim \"" + claim.sentence() + "\" stands twice"
                                    + (claim.sentence().equals(earlier.sentence())
                                            ? ""
                                            : ", once as \"" + earlier.sentence() + "\"")
                                    + "; leave one out."));
                    break;
                }
                Optional<Comparison> contested = contested(unfolded, claim, earlier);
                if (contested.isPresent()) {
                    problems.add(new Problem(
                            "contradicting-claim",
                            path,
                            "the claims \"" + earlier.sentence() + "\" and \"" + claim.sentence()
                                    + "\" cannot both hold at "
                                    + contested.get().that().get(0)
                                    + "; leave out the one that you do not expect."));
                    break;
                }
            }
        }
    }

    /** Whether two claims say the same of the same cells, however they are written. */
    private static boolean sameKind(Unfolded unfolded, ClaimPlan one, ClaimPlan other) {
        return sameValue(one, other)
                && says(one).equals(says(other))
                && Set.copyOf(unfolded.of(one)).equals(Set.copyOf(unfolded.of(other)));
    }

    private static boolean sameValue(ClaimPlan one, ClaimPlan other) {
        return one.on().equals(other.on())
                && one.over() == other.over()
                && Optional.ofNullable(one.along()).equals(Optional.ofNullable(other.along()));
    }

    /** The statement without its other side, which the comparisons hold. */
    private static List<Object> says(ClaimPlan claim) {
        Statement statement = claim.statement();
        return List.of(statement.getClass(), margin(statement));
    }

    private static double margin(Statement statement) {
        if (statement instanceof Statement.Beats beats) {
            return beats.by() + 0.0; // -0.0 and 0.0 are one margin
        }
        if (statement instanceof Statement.BeatsTimes beats) {
            return beats.times();
        }
        if (statement instanceof Statement.Matches matches) {
            return matches.within() + 0.0;
        }
        if (statement instanceof Statement.AtMost most) {
            return most.bound() + 0.0;
        }
        return ((Statement.AtLeast) statement).bound() + 0.0;
    }

    /** A comparison of which two claims say what excludes each other. */
    private static Optional<Comparison> contested(Unfolded unfolded, ClaimPlan one, ClaimPlan other) {
        if (!sameValue(one, other)) {
            return Optional.empty();
        }
        Range said = Range.of(one.statement());
        Range against = Range.of(other.statement());
        boolean excludes = said.excludes(against);
        boolean excludesTurned = said.excludes(against.turned());
        if (!excludes && !excludesTurned) {
            return Optional.empty();
        }
        Set<List<List<Cell>>> straight = new HashSet<>();
        Set<List<List<Cell>>> turned = new HashSet<>();
        for (Comparison comparison : unfolded.of(other)) {
            straight.add(List.of(comparison.that(), comparison.other()));
            turned.add(List.of(comparison.other(), comparison.that()));
        }
        return unfolded.of(one).stream()
                .filter(comparison -> {
                    List<List<Cell>> cells = List.of(comparison.that(), comparison.other());
                    return (excludes && straight.contains(cells)) || (excludesTurned && turned.contains(cells));
                })
                .findFirst();
    }

    /**
     * Where a claim says that a value lies: a bound's own value, or else by how much its first side is better.
     *
     * @param open whether the ends themselves are left out
     */
    private record Range(double low, double high, boolean open) {
        static Range of(Statement statement) {
            double margin = margin(statement);
            if (statement instanceof Statement.AtMost) {
                return new Range(Double.NEGATIVE_INFINITY, margin, false);
            }
            if (statement instanceof Statement.AtLeast) {
                return new Range(margin, Double.POSITIVE_INFINITY, false);
            }
            if (statement instanceof Statement.Matches) {
                return new Range(-margin, margin, false);
            }
            // Of a ratio above 1 this much is sure: the difference has its sign.
            return new Range(statement instanceof Statement.Beats ? margin : 0, Double.POSITIVE_INFINITY, true);
        }

        Range turned() {
            return new Range(-high, -low, open);
        }

        boolean excludes(Range other) {
            double lowest = Math.max(low, other.low);
            double highest = Math.min(high, other.high);
            return lowest > highest || (lowest == highest && (leavesOut(lowest) || other.leavesOut(lowest)));
        }

        private boolean leavesOut(double end) {
            return open && (low == end || high == end);
        }
    }
}
