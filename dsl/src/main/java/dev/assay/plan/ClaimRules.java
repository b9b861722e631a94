package dev.assay.plan;

import dev.assay.Better;
import dev.assay.Over;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules on claims: what they name exists, and what they say can be judged. */
final class ClaimRules {
    private ClaimRules() {}

    /**
     * Adds what is wrong with the claims.
     *
     * @param sound whether the factors, variants and metrics are, so that a claim can be unfolded into its cells
     */
    static void check(Plan plan, Unfolded unfolded, boolean sound, List<Problem> problems) {
        List<Map.Entry<String, ClaimPlan>> clear = new ArrayList<>();
        for (int i = 0; i < plan.claims().size(); i++) {
            ClaimPlan claim = plan.claims().get(i);
            String path = "claims[" + i + "]";
            int before = problems.size();
            checkWords(plan, claim, path, problems);
            checkMargin(claim, path, problems);
            checkAlong(plan, claim, path, problems);
            if (problems.size() == before) {
                checkMetric(plan, claim, path, problems);
                if (sound) {
                    checkCells(unfolded, claim, path, problems);
                }
            }
            if (problems.size() == before) {
                clear.add(Map.entry(path, claim));
            }
        }
        if (sound) {
            ClaimPairRules.check(unfolded, clear, problems);
        }
    }

    private static void checkWords(Plan plan, ClaimPlan claim, String path, List<Problem> problems) {
        if (plan.findMetric(claim.on()).isEmpty()) {
            problems.add(unknownMetric(plan, claim.on(), path + ".on"));
        }
        VariantRules.checkCondition(plan, claim.when(), path + ".when", problems);
        SideRules.check(plan, claim, claim.that(), path + ".that", true, problems);
        SideRules.check(plan, claim, claim.beats(), path + ".beats", false, problems);
        SideRules.check(plan, claim, claim.matches(), path + ".matches", false, problems);
    }

    private static void checkMargin(ClaimPlan claim, String path, List<Problem> problems) {
        long said = Stream.of(claim.beats(), claim.matches(), claim.atMost(), claim.atLeast())
                .filter(Objects::nonNull)
                .count();
        if (said != 1) {
            problems.add(new Problem(
                    "claim-kind",
                    path,
                    "the claim about '" + claim.that() + "' on '" + claim.on()
                            + "' says " + (said == 0 ? "nothing" : said + " things")
                            + "; give exactly one of beats, matches, atMost and atLeast."));
            return;
        }
        if (claim.matches() != null && claim.within() == null) {
            problems.add(margin(
                    path + ".matches",
                    "a claim that '" + claim.that() + "' matches '" + claim.matches()
                            + "' needs the largest difference that still counts as equal; add within = …."));
        }
        if (claim.within() != null && (claim.matches() == null || claim.within() < 0)) {
            problems.add(
                    margin(path + ".within", "within = " + claim.within() + " goes with matches and is at least 0."));
        }
        if (claim.by() != null && (claim.beats() == null || claim.times() != null)) {
            problems.add(margin(path + ".by", "by = " + claim.by() + " goes with beats, and not together with times."));
        }
        if (claim.times() != null && (claim.beats() == null || claim.times() <= 1)) {
            problems.add(margin(
                    path + ".times",
                    "times = " + claim.times() + " goes with beats and is more than 1; to "
                            + "claim \"not worse\", use a negative by."));
        }
        for (Double number :
                java.util.Arrays.asList(claim.by(), claim.times(), claim.within(), claim.atMost(), claim.atLeast())) {
            if (number != null && !Double.isFinite(number)) {
                problems.add(margin(path, "the margin " + number + " is not a finite number; give one."));
            }
        }
    }

    private static void checkAlong(Plan plan, ClaimPlan claim, String path, List<Problem> problems) {
        String along = claim.along();
        if (along == null) {
            return;
        }
        Optional<Factor> factor = plan.findFactor(along);
        if (factor.isEmpty()) {
            problems.add(VariantRules.unknownFactor(plan, along, path + ".along"));
        } else if (!factor.get().type().isNumeric()
                || factor.get().levels().size() < 2
                || factor.get().levels().stream()
                        .anyMatch(level ->
                                !LevelType.DOUBLE.accepts(level) || factor.get().number(level) <= 0)) {
            problems.add(new Problem(
                    "bad-along",
                    path + ".along",
                    "a log–log slope along '" + along + "' needs at least two " + "positive numbers as levels, not "
                            + factor.get().levels() + "."));
        }
        if (claim.over() == Over.MEAN || claim.times() != null) {
            problems.add(new Problem(
                    "bad-along",
                    path + ".along",
                    "a slope along '" + along + "' is neither averaged over "
                            + "levels nor compared as a ratio; leave out over and times."));
        }
    }

    private static void checkMetric(Plan plan, ClaimPlan claim, String path, List<Problem> problems) {
        MetricPlan metric = plan.metric(claim.on());
        if (claim.beats() != null && metric.better() == Better.NEITHER) {
            problems.add(new Problem(
                    "no-direction",
                    path + ".on",
                    "metric '" + metric.name() + "' has no better direction, "
                            + "so nothing beats anything on it; give it one, or claim matches, atMost or atLeast."));
        }
        boolean exact =
                claim.atMost() != null || claim.atLeast() != null || (claim.within() != null && claim.within() == 0);
        if (metric.timing() && exact && claim.along() == null) {
            problems.add(
                    new Problem(
                            "timing-exact",
                            path + ".on",
                            "metric '" + metric.name() + "' is a timing, which differs "
                                    + "from run to run; it cannot be exact at every seed, so claim beats or a slope along a factor."));
        }
    }

    private static void checkCells(Unfolded unfolded, ClaimPlan claim, String path, List<Problem> problems) {
        List<Side> sides = Stream.of(claim.that(), claim.beats(), claim.matches())
                .filter(Objects::nonNull)
                .map(Side::parse)
                .toList();
        for (Condition.Term term : Condition.parse(claim.when()).terms()) {
            if (sides.stream().allMatch(side -> side.levels().containsKey(term.factor()))) {
                problems.add(new Problem(
                        "claim-when",
                        path + ".when",
                        "'" + term.factor() + "' is fixed by each side of \"" + claim.sentence()
                                + "\", so when cannot choose it as well; leave one out."));
                return;
            }
        }
        List<Comparison> comparisons = unfolded.of(claim);
        if (comparisons.isEmpty()) {
            problems.add(new Problem(
                    "claim-empty",
                    path,
                    "the claim \"" + claim.sentence() + "\" fits no cell: "
                            + (claim.beats() == null && claim.matches() == null
                                    ? "its side does not exist at these levels"
                                    : "its sides never exist at the same levels")
                            + "; loosen its condition or the variants'."));
        }
        if (comparisons.stream().anyMatch(comparison -> comparison.that().equals(comparison.other()))) {
            problems.add(new Problem(
                    "claim-itself",
                    path,
                    "the claim \"" + claim.sentence() + "\" compares " + claim.that()
                            + " with itself; name another side."));
            return;
        }
        String along = claim.along();
        if (along != null) {
            comparisons.stream()
                    .flatMap(comparison -> Stream.of(comparison.that(), comparison.other()))
                    .filter(cells -> !cells.isEmpty())
                    .filter(cells -> cells.stream()
                                    .map(Cell::levels)
                                    .map(levels -> levels.get(along))
                                    .distinct()
                                    .count()
                            < 2)
                    .findFirst()
                    .ifPresent(cells -> problems.add(new Problem(
                            "bad-along",
                            path + ".along",
                            "a log–log slope along '" + along
                                    + "' needs two of its levels on each side, but a side of \""
                                    + claim.sentence() + "\" is only " + cells.get(0)
                                    + "; leave '" + along + "' free, and name a variant that does not ignore it.")));
        } else if (claim.over() == Over.MEAN
                && comparisons.stream().allMatch(comparison -> comparison.that().size() == 1)
                && !comparisons.isEmpty()) {
            problems.add(new Problem(
                    "bad-over",
                    path + ".over",
                    "the claim \"" + claim.sentence() + "\" leaves no factor free, so there is nothing to average; "
                            + "leave over out or loosen its condition."));
        }
    }

    static Problem unknownMetric(Plan plan, String name, String path) {
        return new Problem(
                "unknown-metric",
                path,
                plan.id() + " has no metric '" + name + "'."
                        + Suggestion.of(
                                name,
                                plan.metrics().stream().map(MetricPlan::name).toList()));
    }

    private static Problem margin(String path, String message) {
        return new Problem("claim-margin", path, message);
    }
}
