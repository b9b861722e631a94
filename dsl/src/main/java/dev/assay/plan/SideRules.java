package dev.assay.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules on the sides of a claim: they read, what they name exists, and the metric can be taken there. */
final class SideRules {
    private SideRules() {}

    /**
     * Adds what is wrong with one side.
     *
     * @param text the side, or null where the claim has none
     * @param everyAllowed whether it is the side that the claim is about, which may be {@code "*"}
     */
    static void check(
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
            VariantRules.checkName(plan, side.variant(), path, problems);
            return;
        }
        VariantPlan variant = found.get();
        if (everyAllowed && variant.role() == Role.REFERENCE && (claim.beats() != null || claim.matches() != null)) {
            problems.add(new Problem(
                    "reference-claim",
                    path,
                    "'" + variant.name()
                            + "' is a reference, which is drawn for orientation and gets no comparison of its "
                            + "own; claim it of a variant that is none, or leave reference out."));
        }
        for (String ignored : variant.ignores()) {
            if (side.levels().containsKey(ignored)) {
                problems.add(new Problem(
                        "ignored-factor",
                        path,
                        "variant '" + variant.name() + "' ignores '" + ignored
                                + "', so its side cannot fix it; leave " + ignored + "="
                                + side.levels().get(ignored) + " out."));
            }
        }
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
            if (!metric.variants().isEmpty() && !metric.variants().contains(variant.name())) {
                problems.add(new Problem(
                        "metric-not-there",
                        path,
                        "metric '" + metric.name() + "' cannot be taken on what "
                                + "variant '" + variant.name() + "' returns; it is there for: "
                                + String.join(", ", metric.variants()) + "."));
            }
        });
    }
}
