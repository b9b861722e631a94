package dev.assay.plan;

import static dev.assay.dsl.Assay.that;
import static dev.assay.plan.RuleCase.breaks;
import static dev.assay.plan.RuleCase.leaveOneMetric;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** There is one baseline and a rival to it, and each variant exists somewhere. */
class VariantRulesTest {
    @ParameterizedTest
    @MethodSource("cases")
    void namesTheOneMistake(RuleCase mistake) {
        mistake.check();
    }

    static Stream<RuleCase> cases() {
        return Stream.of(variants(), rivals(), cells()).flatMap(cases -> cases);
    }

    private static Stream<RuleCase> variants() {
        return Stream.of(
                breaks(
                        "no-baseline",
                        "",
                        "dropout-rate declares 4 variants and no baseline",
                        d -> d.variants.set(0, Draft.variant("none", Role.CONTENDER))),
                breaks(
                        "two-baselines",
                        "variants[1]",
                        "marks none and plain as baseline",
                        d -> d.variants.set(1, Draft.variant("plain", Role.BASELINE))),
                breaks("baseline-family", "variants[2]", "the baseline 'dropout' is a family", d -> {
                    d.variants.set(0, Draft.variant("none", Role.CONTENDER));
                    VariantPlan dropout = d.variants.get(2);
                    d.variants.set(2, new VariantPlan("dropout", "", Role.BASELINE, "", List.of(), dropout.family()));
                }),
                breaks(
                        "bad-condition",
                        "variants[1].when",
                        "'batch>2' in 'batch>2' is no condition",
                        d -> d.variants.set(1, Draft.variant("plain", Role.CONTENDER, "batch>2"))),
                breaks(
                        "unknown-factor",
                        "variants[1].when",
                        "no factor 'bacth'. Did you mean 'batch'?",
                        d -> d.variants.set(1, Draft.variant("plain", Role.CONTENDER, "bacth=2"))),
                breaks(
                        "unknown-level",
                        "variants[1].when",
                        "'batch' has no level '3'",
                        d -> d.variants.set(1, Draft.variant("plain", Role.CONTENDER, "batch=2|3"))),
                breaks(
                        "unknown-factor",
                        "variants[1].ignores[0]",
                        "no factor 'dat'. Did you mean 'data'?",
                        d -> d.variants.set(1, Draft.variant("plain", Role.CONTENDER, "", "dat"))),
                breaks(
                        "never-there",
                        "variants[1].when",
                        "'plain' exists at no level, because 'batch=2, batch=8'",
                        d -> d.variants.set(1, Draft.variant("plain", Role.CONTENDER, "batch=2, batch=8"))));
    }

    private static Stream<RuleCase> rivals() {
        return Stream.of(
                breaks("no-rival", "", "no variant beside its baseline and references", d -> {
                    d.variants.subList(1, 3).clear();
                    leaveOneMetric(d);
                    d.claims(that("none").on("loss").atMost(1));
                }),
                breaks("no-rival", "", "declares 1 variant;", d -> {
                    d.variants.subList(1, 4).clear();
                    leaveOneMetric(d);
                    d.claims(that("none").on("loss").atMost(1));
                }));
    }

    private static Stream<RuleCase> cells() {
        return Stream.of(
                breaks("unused-factor", "factors[2]", "every variant of dropout-rate ignores factor 'k'", d -> {
                    d.factors.add(RuleCase.levels("k", LevelType.INT, "1", "2"));
                    d.variants.replaceAll(variant ->
                            new VariantPlan(variant.name(), "", variant.role(), "", List.of("k"), variant.family()));
                }),
                breaks("too-many-cells", "", "dropout-rate has 11718750 cells", d -> {
                    for (String name : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
                        d.factors.add(RuleCase.levels(name, LevelType.INT, "1", "2", "3", "4", "5"));
                    }
                    d.claims.clear();
                    d.claim(that("plain(a=1)").beats("none(a=1)").on("loss"));
                    // Not even a condition is looked at level by level, which would take minutes here.
                    d.variants.set(1, Draft.variant("plain", Role.CONTENDER, "a=1, a=2"));
                }));
    }
}
