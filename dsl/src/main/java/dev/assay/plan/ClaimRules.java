package dev.assay.plan;

import dev.assay.Better;
import dev.assay.Over;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules on claims: what they name exists, what they say can be judged, and no two say the same. */
final class ClaimRules {
    private ClaimRules() {}

    static void check(Plan plan, List<Problem> problems) {
        for (int i = 0; i < plan.claims().size(); i++) {
            ClaimPlan claim = plan.claims().get(i);
            String path = "claims[" + i + "]";
            int before = problems.size();
            checkWords(plan, claim, path, problems);
            checkMargin(claim, path, problems);
            checkAlong(plan, claim, path, problems);
            if (problems.size() > before) {
                continue;
            }
            checkMeaning(plan, claim, path, problems);
            if (plan.claims().subList(0, i).stream()
                    .anyMatch(earlier -> earlier.sentence().equals(claim.sentence()))) {
                problems.add(new Problem(
                        "repeated-claim", path, "the claim \"" + claim.sentence() + "\" stands twice; leave one out."));
            }
        }
    }

    private static void checkWords(Plan plan, ClaimPlan claim, String path, List<Problem> problems) {
        if (plan.findMetric(claim.on()).isEmpty()) {
            problems.add(unknownMetric(plan, claim.on(), path + ".on"));
        }
        VariantRules.checkCondition(plan, claim.when(), path + ".when", problems);
        checkSide(plan, claim, claim.that(), path + ".that", true, problems);
        checkSide(plan, claim, claim.beats(), path + ".beats", false, problems);
        checkSide(plan, claim, claim.matches(), path + ".matches", false, problems);
    }

    private static void checkSide(
            Plan plan,
            ClaimPlan claim,
            @Nullable String text,
            String path,
            boolean everyAllowed,
            List<Problem> problems) {
        if (text == null) {
            return;
        }
        Side side;
        try {
            side = Side.parse(text);
        } catch (IllegalArgumentException unreadable) {
            problems.add(new Problem("bad-side", path, unreadable.getMessage() + "."));
            return;
        }
        if (side.variant().equals(Side.EVERY)) {
            if (!everyAllowed
                    || claim.beats() != null
                    || claim.matches() != null
                    || !side.levels().isEmpty()) {
                problems.add(new Problem(
                        "bad-side",
                        path,
                        "'*' stands for every variant and goes with atMost or atLeast "
                                + "only; name the variant that is compared."));
            }
            return;
        }
        Optional<VariantPlan> found = plan.findVariant(side.variant());
        if (found.isEmpty()) {
            problems.add(new Problem(
                    "unknown-variant",
                    path,
                    plan.id() + " has no variant '" + side.variant() + "'."
                            + Suggestion.of(
                                    side.variant(),
                                    plan.variants().stream()
                                            .map(VariantPlan::name)
                                            .toList())));
            return;
        }
        VariantPlan variant = found.get();
        side.levels()
                .forEach((name, level) -> Stream.concat(plan.factors().stream(), variant.family().stream())
                        .filter(factor -> factor.name().equals(name))
                        .findFirst()
                        .ifPresentOrElse(
                                factor -> {
                                    if (factor.find(level).isEmpty()) {
                                        problems.add(VariantRules.unknownLevel(factor, level, path));
                                    }
                                },
                                () -> problems.add(new Problem(
                                        "unknown-factor",
                                        path,
                                        "variant '" + variant.name()
                                                + "' has no level '" + name + "' and " + plan.id() + " no such factor."
                                                + Suggestion.of(
                                                        name,
                                                        Stream.concat(
                                                                        variant.family().stream(),
                                                                        plan.factors().stream())
                                                                .map(Factor::name)
                                                                .toList())))));
        plan.findMetric(claim.on()).ifPresent(metric -> {
            if (!metric.variants().contains(variant.name())) {
                problems.add(new Problem(
                        "metric-not-there",
                        path,
                        "metric '" + metric.name() + "' cannot be taken on what "
                                + "variant '" + variant.name() + "' returns; it is there for: "
                                + String.join(", ", metric.variants()) + "."));
            }
        });
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

    private static void checkMeaning(Plan plan, ClaimPlan claim, String path, List<Problem> problems) {
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
        List<Comparison> comparisons = Comparisons.of(plan, claim);
        if (comparisons.isEmpty() && isSwept(plan)) {
            problems.add(new Problem(
                    "claim-empty",
                    path,
                    "the claim \"" + claim.sentence() + "\" fits no cell: its sides never "
                            + "exist at the same levels; loosen its condition or the variants'."));
        }
        if (comparisons.stream().anyMatch(comparison -> comparison.that().equals(comparison.other()))) {
            problems.add(new Problem(
                    "claim-itself",
                    path,
                    "the claim \"" + claim.sentence() + "\" compares " + claim.that()
                            + " with itself; name another side."));
        }
    }

    /** Whether everything that has levels has one, without which there is no cell at all; that is reported on its own. */
    private static boolean isSwept(Plan plan) {
        return Stream.concat(
                        plan.factors().stream(), plan.variants().stream().flatMap(variant -> variant.family().stream()))
                .noneMatch(factor -> factor.levels().isEmpty());
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
