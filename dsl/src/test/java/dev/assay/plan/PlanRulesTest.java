package dev.assay.plan;

import static dev.assay.dsl.Assay.that;
import static dev.assay.plan.RuleCase.levels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.assay.Better;
import dev.assay.Over;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules together. Each is shown by a sound plan that is spoilt in this one place, in the test of its kind. */
class PlanRulesTest {
    private static final List<String> IDS = List.of(
            "bad-along",
            "bad-asks",
            "bad-condition",
            "bad-id",
            "bad-level",
            "bad-log",
            "bad-name",
            "bad-never",
            "bad-over",
            "bad-question",
            "bad-side",
            "bad-title",
            "baseline-family",
            "claim-empty",
            "claim-itself",
            "claim-kind",
            "claim-margin",
            "claim-when",
            "contradicting-claim",
            "few-seeds",
            "figure-unused",
            "ignored-factor",
            "metric-not-there",
            "metric-unused",
            "never-there",
            "no-baseline",
            "no-claim",
            "no-direction",
            "no-levels",
            "no-metric",
            "no-rival",
            "no-title",
            "reference-claim",
            "repeated-claim",
            "repeated-level",
            "repeated-name",
            "timing-exact",
            "too-many-cells",
            "two-baselines",
            "unknown-factor",
            "unknown-level",
            "unknown-metric",
            "unknown-variant",
            "unused-factor");

    static Stream<RuleCase> cases() {
        return Stream.of(
                        HeadAndNameRulesTest.cases(),
                        LevelRulesTest.cases(),
                        VariantRulesTest.cases(),
                        MetricFigurePlotRulesTest.cases(),
                        SideRulesTest.cases(),
                        ClaimRulesTest.cases(),
                        ClaimPairRulesTest.cases(),
                        SeedRulesTest.cases())
                .flatMap(cases -> cases);
    }

    @Test
    void everyRuleHasACase() {
        assertThat(cases().map(RuleCase::id).distinct().sorted()).isEqualTo(IDS);
    }

    @Test
    void asksForMetricsAndClaimsWhereThereIsNeither() {
        Draft draft = Draft.sound();
        draft.metrics.clear();
        draft.plots.clear();
        draft.claims.clear();

        assertThat(PlanRules.check(draft.plan())).extracting(Problem::id).containsExactly("no-metric", "no-claim");
    }

    @Test
    void asksForVariantsWhereThereAreNone() {
        Draft draft = Draft.sound();
        draft.variants.clear();
        draft.metrics.clear();
        draft.figures.clear();
        draft.plots.clear();
        draft.claims.clear();

        assertThat(PlanRules.check(draft.plan()))
                .extracting(Problem::id)
                .containsExactly("no-rival", "no-metric", "no-claim");
    }

    @Test
    void findsNothingWrongWithASoundPlan() {
        assertThat(PlanRules.check(Draft.sound().plan())).isEmpty();
    }

    @Test
    void findsNothingWrongWithEachSoundKindOfClaim() {
        Draft draft = Draft.sound()
                .claims(
                        that("plain").beats("none").on("loss").by(-0.02),
                        that("none").beats("plain").on("loss").by(-0.02), // together: they match
                        that("plain").matches("none").on("loss").within(0.05),
                        that("dropout(rate=0.1)")
                                .beats("plain")
                                .on("millis")
                                .times(1.5)
                                .at("data=MOONS"),
                        that("plain").matches("none").on("loss").within(0).at("batch=2, data=MOONS"),
                        that("*").on("loss").atLeast(0),
                        that("plain").on("loss").atMost(3),
                        that("plain").on("loss").atMost(3).over(Over.MEAN),
                        that("plain").on("millis").atMost(1.2).along("batch"),
                        that("plain").beats("none").on("millis").along("batch"),
                        that("plain").beats("none").on("millis").over(Over.MEAN),
                        that("plain(batch=2)").beats("plain").on("loss").at("batch!=2"),
                        that("plain").matches("ceiling").on("loss").within(0.1),
                        that("ceiling").on("loss").atMost(0.5),
                        that("dropout").on("dropped").atMost(1));
        draft.seeds = new Seeds(2, 11, 20); // 34 comparisons

        assertThat(PlanRules.check(draft.plan())).isEmpty();
    }

    @Test
    void listsEveryMistakeInTheOrderOfThePlan() {
        Draft draft = Draft.sound();
        draft.id = "?";
        draft.factors.add(levels("k", LevelType.INT, "x"));
        draft.variants.set(1, Draft.variant("plain", Role.CONTENDER, "what?"));
        draft.metrics.add(Draft.metric("m", Better.LOWER));
        draft.plots.add(new PlotPlan(List.of("loss"), "nothing", false));
        draft.claim(
                that("nobody").beats("none").on("loss"),
                that("plain").beats("none").on("dropped"));
        draft.seeds = new Seeds(2, 1, 20);

        assertThat(PlanRules.check(draft.plan()))
                .extracting(Problem::id)
                .containsExactly(
                        "bad-id",
                        "bad-level",
                        "bad-condition",
                        "metric-unused",
                        "unknown-factor",
                        "unknown-variant",
                        "metric-not-there",
                        "metric-not-there",
                        "few-seeds");
    }

    @Test
    void neverThrowsWhateverTwoThingsAreWrong() {
        List<RuleCase> all = cases().toList();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i % 11; j < all.size(); j += 11) {
                Draft draft = Draft.sound();
                try {
                    all.get(i).spoil().accept(draft);
                    all.get(j).spoil().accept(draft);
                } catch (IndexOutOfBoundsException gone) {
                    continue; // the first took away what the second spoils
                }
                Plan plan = draft.plan();

                assertThatCode(() -> PlanRules.check(plan))
                        .as("%s and %s", all.get(i), all.get(j))
                        .doesNotThrowAnyException();
            }
        }
    }
}
