package dev.assay.dsl;

import static dev.assay.dsl.Assay.experiment;
import static dev.assay.dsl.Assay.that;
import static dev.assay.dsl.ViOrMcmc.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.Better;
import dev.assay.Over;
import dev.assay.chart.Graph;
import dev.assay.dsl.ViOrMcmc.Fitted;
import dev.assay.dsl.ViOrMcmc.Outcome;
import dev.assay.plan.ClaimPlan;
import dev.assay.plan.Factor;
import dev.assay.plan.FigurePlan;
import dev.assay.plan.LevelType;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Plan;
import dev.assay.plan.PlotPlan;
import dev.assay.plan.Problem;
import dev.assay.plan.ResamplingPlan;
import dev.assay.plan.Role;
import dev.assay.plan.Seeds;
import dev.assay.plan.VariantPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExperimentTest {
    @Test
    void fluentPlanIsTheOneWrittenOutByHand() {
        List<String> all = List.of("fit", "chains", "exact");
        assertThat(whole().plan())
                .isEqualTo(new Plan(
                        "vi-or-mcmc",
                        8,
                        "VI or MCMC",
                        "Which?",
                        "About it.",
                        "",
                        new Seeds(2, 12, 24),
                        List.of(
                                new Factor("shape", LevelType.ENUM, List.of("RING", "GRID")),
                                new Factor("size", LevelType.INT, List.of("2", "8"))),
                        List.of(
                                new VariantPlan("fit", "", Role.BASELINE, "", List.of(), List.of()),
                                new VariantPlan(
                                        "chains",
                                        "",
                                        Role.CONTENDER,
                                        "shape=GRID",
                                        List.of(),
                                        List.of(new Factor("step", LevelType.DOUBLE, List.of("0.1", "1.0E-4")))),
                                new VariantPlan("exact", "", Role.REFERENCE, "", List.of("size"), List.of())),
                        List.of(
                                new MetricPlan("length", "", Better.LOWER, "letters", false, null, all),
                                new MetricPlan("draws", "", Better.HIGHER, "", false, null, List.of("chains")),
                                new MetricPlan("steps", "", Better.LOWER, "1", true, 10.0, List.of("fit"))),
                        List.of(
                                new FigurePlan("All", "", "size=2", all),
                                new FigurePlan("Traces", "", "", List.of("chains"))),
                        List.of(
                                new PlotPlan(List.of("length", "draws"), "size", true),
                                new PlotPlan(List.of("draws"), "chains.step", false)),
                        List.of(
                                new ClaimPlan(
                                        "chains(step=1e-4)",
                                        "fit",
                                        null,
                                        "length",
                                        "size=2",
                                        -1.0,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        Over.EACH),
                                new ClaimPlan(
                                        "*", null, null, "length", "", null, null, null, 100.0, null, null, Over.MEAN)),
                        List.of(new ResamplingPlan("shape=RING", 2, 1))));
    }

    @Test
    void stakedClaimsKeepEachOfTheirWords() {
        assertThat(that("a")
                        .matches("b")
                        .on("m")
                        .within(0.5)
                        .at("x=1")
                        .along("y")
                        .over(Over.MEAN)
                        .by(1)
                        .times(2)
                        .plan())
                .isEqualTo(new ClaimPlan("a", null, "b", "m", "x=1", 1.0, 2.0, 0.5, null, null, "y", Over.MEAN));
        assertThat(that("a")
                        .on("m")
                        .atLeast(3)
                        .times(2)
                        .by(1)
                        .over(Over.MEAN)
                        .along("y")
                        .at("x=1")
                        .plan())
                .isEqualTo(new ClaimPlan("a", null, null, "m", "x=1", 1.0, 2.0, null, null, 3.0, "y", Over.MEAN));
    }

    @Test
    void listsEveryMistakeWithItsPath() {
        assertThatExceptionOfType(InvalidPlanException.class)
                .isThrownBy(() -> Assay.<Outcome>experiment("Wrong", e -> {
                    e.title("t");
                    e.asks("q?");
                    e.variant("a", v -> v.trial(t -> new Fitted("")));
                    e.variant("b", v -> v.baseline());
                    e.metric("m", Better.LOWER, o -> 0);
                    e.claim(that("a").beats("c").on("m"));
                }))
                .satisfies(wrong -> {
                    assertThat(wrong.problems())
                            .extracting(Problem::id, Problem::path)
                            .containsExactly(
                                    tuple("bad-id", "id"),
                                    tuple("unknown-variant", "claims[0].beats"),
                                    tuple("no-trial", "variants[1]"));
                    assertThat(String.valueOf(wrong.getMessage()).lines().toList())
                            .hasSize(4)
                            .startsWith("experiment Wrong is not sound:")
                            .anyMatch(line -> line.startsWith("  [assay:unknown-variant] ")
                                    && line.endsWith(" (claims[0].beats)"));
                });
    }

    @Test
    void aProblemOfTheWholePlanHasNoPath() {
        assertThatExceptionOfType(InvalidPlanException.class)
                .isThrownBy(() -> Assay.<Outcome>experiment("empty", e -> {
                    e.title("t");
                    e.asks("q?");
                }))
                .withMessageContaining("compared on.\n")
                .withMessageEndingWith("before you look.");
    }

    @Test
    void whatIsSaidOfAPartComesBeforeWhatTheClassSays() {
        Executable<String> spoken = experiment("spoken", e -> {
            e.title("Spoken");
            e.asks("Is it said?");
            e.prose("Of all.");
            e.source(ExperimentTest.class);
            e.variant("one", v -> {
                v.about(" Of one.\n");
                v.baseline();
                v.trial(t -> "1");
            });
            e.variant("other", v -> v.trial(t -> "22"));
            e.metric("length", Better.LOWER, String::length).about("Of the length.");
            e.figure("Nothing", text -> Graph.empty()).about("Of nothing.");
            e.claim(that("one").beats("other").on("length"));
        });

        Plan plan = spoken.plan();
        assertThat(plan.source()).isEqualTo("dev.assay.dsl.ExperimentTest");
        assertThat(plan.prose()).isEqualTo("Of all.");
        assertThat(plan.variants()).extracting(VariantPlan::prose).containsExactly("Of one.", "");
        assertThat(plan.metrics()).extracting(MetricPlan::prose).containsExactly("Of the length.");
        assertThat(plan.figures()).extracting(FigurePlan::prose).containsExactly("Of nothing.");
    }
}
