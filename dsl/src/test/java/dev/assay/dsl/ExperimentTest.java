package dev.assay.dsl;

import static dev.assay.dsl.Assay.experiment;
import static dev.assay.dsl.Assay.that;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.Better;
import dev.assay.Level;
import dev.assay.Over;
import dev.assay.chart.Graph;
import dev.assay.plan.Cell;
import dev.assay.plan.ClaimPlan;
import dev.assay.plan.Factor;
import dev.assay.plan.FigurePlan;
import dev.assay.plan.LevelType;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Plan;
import dev.assay.plan.PlotPlan;
import dev.assay.plan.Problem;
import dev.assay.plan.Role;
import dev.assay.plan.Seeds;
import dev.assay.plan.VariantPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExperimentTest {
    enum Shape {
        RING,
        GRID {
            @Override
            public String toString() {
                return "a constant with a body";
            }
        }
    }

    sealed interface Outcome {
        String text();
    }

    record Fitted(String text) implements Outcome {}

    record Chains(String text, int draws) implements Outcome {}

    private static Executable<Outcome> whole() {
        return experiment("vi-or-mcmc", e -> {
            e.question(8);
            e.title("VI or MCMC");
            e.asks("Which?");
            e.prose("  About it.\n");
            e.seeds(12, 24);
            Level<Shape> shape = e.factor("shape", Shape.class);
            Level<Integer> size = e.factor("size", 2, 8);
            e.variant("fit", v -> {
                v.baseline();
                v.trialOf(Fitted.class, t -> new Fitted(t.at(shape) + "/" + t.at(size)));
            });
            e.variant("chains", v -> {
                v.existsAt("shape=GRID");
                Level<Double> step = v.level("step", 0.1, 1e-4);
                v.trialOf(Chains.class, t -> new Chains(t.at(shape).name(), (int) (t.at(step) * 10_000)));
            });
            e.variant("exact", v -> {
                v.reference();
                v.ignores("size");
                v.trial(t -> new Fitted("exact"));
            });
            e.metric("length", Better.LOWER, o -> o.text().length()).unit("letters");
            e.metricOf(Chains.class, "draws", Better.HIGHER, Chains::draws);
            e.metricOf(Fitted.class, "steps", Better.LOWER, f -> 7)
                    .unit("1")
                    .timing()
                    .never(10);
            e.figure("All", o -> Graph.empty()).at("size=2");
            e.figureOf(Chains.class, "Traces", c -> Graph.empty().node(c.text(), 0, 0));
            e.plot("length", "draws").against("size").logarithmic();
            e.plot("draws").against("chains.step");
            e.claim(that("chains(step=1e-4)")
                    .beats("fit")
                    .on("length")
                    .at("size=2")
                    .by(-1));
            e.claim(that("*").on("length").atMost(100).over(Over.MEAN));
        });
    }

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
                                        "*", null, null, "length", "", null, null, null, 100.0, null, null,
                                        Over.MEAN))));
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
    void runsAVariantAtTheLevelsOfItsTrial() {
        Executable<Outcome> executable = whole();

        assertThat(executable.run("fit", new LevelTrial(Map.of("shape", "RING", "size", "8"))))
                .isEqualTo(new Fitted("RING/8"));
        assertThat(executable.run("chains", new LevelTrial(Map.of("shape", "GRID", "step", "1.0E-4"))))
                .isEqualTo(new Chains("GRID", 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> executable.run("fits", new LevelTrial(Map.of())))
                .withMessage("vi-or-mcmc has no variant 'fits'");
    }

    @Test
    void takesTheMetricsThatAreThereInThePlansOrder() {
        Executable<Outcome> executable = whole();

        assertThat(executable.measure("fit", new Fitted("abc")))
                .containsExactly(Map.entry("length", 3.0), Map.entry("steps", 7.0));
        assertThat(executable.measure("chains", new Chains("ab", 5)))
                .containsExactly(Map.entry("length", 2.0), Map.entry("draws", 5.0));
        assertThat(executable.measure("exact", new Fitted("a"))).containsExactly(Map.entry("length", 1.0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> executable.measure("fits", new Fitted("")))
                .withMessage("vi-or-mcmc has no variant 'fits'");
    }

    @Test
    void drawsTheFiguresOfTheCell() {
        Executable<Outcome> executable = whole();

        assertThat(executable.draw(
                        new Cell("chains", Map.of("shape", "GRID", "size", "2", "step", "0.1")), new Chains("p", 1)))
                .containsExactly(
                        Map.entry("All", Graph.empty()),
                        Map.entry("Traces", Graph.empty().node("p", 0, 0)));
        assertThat(executable.draw(new Cell("fit", Map.of("shape", "GRID", "size", "8")), new Fitted("")))
                .isEmpty();
        assertThat(executable.draw(new Cell("exact", Map.of("shape", "GRID")), new Fitted("")))
                .containsOnlyKeys("All"); // it ignores the size, so it is drawn where the size says so
        assertThatIllegalArgumentException()
                .isThrownBy(() -> executable.draw(new Cell("x", Map.of()), new Fitted("")))
                .withMessage("vi-or-mcmc has no variant 'x'");
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
    void theLastTrialOfAVariantSaysWhatItReturns() {
        Executable<Outcome> executable = experiment("twice", e -> {
            e.title("t");
            e.asks("q?");
            e.variant("a", v -> {
                v.baseline();
                v.trialOf(Chains.class, t -> new Chains("", 1));
                v.trial(t -> new Fitted("b"));
            });
            e.variant("c", v -> v.trialOf(Chains.class, t -> new Chains("", 1)));
            e.metric("length", Better.LOWER, o -> o.text().length());
            e.metricOf(Chains.class, "draws", Better.HIGHER, Chains::draws);
            e.claim(that("c").beats("a").on("length"));
        });

        Outcome outcome = executable.run("a", new LevelTrial(Map.of()));

        assertThat(executable.measure("a", outcome)).containsExactly(Map.entry("length", 1.0));
    }

    @Test
    void everyKindOfLevelComesBackAsItWasDeclared() {
        List<Object> seen = new ArrayList<>();
        List<Level<?>> levels = new ArrayList<>();
        Executable<String> executable = experiment("levels", e -> {
            e.title("t");
            e.asks("q?");
            levels.add(e.factor("whole", -1, 2));
            levels.add(e.factor("large", 1L << 40));
            levels.add(e.factor("number", 0.1, 1e-300));
            levels.add(e.factor("truth", true, false));
            levels.add(e.factor("text", "two words"));
            e.variant("a", v -> {
                v.baseline();
                v.trial(t -> "a");
            });
            e.variant("b", v -> {
                levels.add(v.level("shape", Shape.class));
                levels.add(v.level("k", 3));
                levels.add(v.level("l", 4L));
                levels.add(v.level("d", 0.5));
                levels.add(v.level("z", true));
                levels.add(v.level("s", "x"));
                v.trial(t -> {
                    levels.forEach(level -> seen.add(t.at(level)));
                    return "b";
                });
            });
            e.metric("m", Better.LOWER, String::length);
            e.claim(that("b(shape=RING)").beats("a").on("m").over(Over.MEAN));
        });
        Cell last = dev.assay.plan.Cells.of(executable.plan()).stream()
                .reduce((earlier, later) -> later)
                .orElseThrow();

        executable.run("b", new LevelTrial(last.levels()));

        assertThat(seen).containsExactly(2, 1L << 40, 1e-300, false, "two words", Shape.GRID, 3, 4L, 0.5, true, "x");
        for (Level<?> level : levels.subList(0, 4)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> level.parse().apply("maybe"))
                    .withMessageContaining("maybe");
        }
    }
}
