package dev.assay.dsl;

import static dev.assay.dsl.Assay.experiment;
import static dev.assay.dsl.Assay.that;
import static dev.assay.dsl.ViOrMcmc.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.Better;
import dev.assay.Level;
import dev.assay.Over;
import dev.assay.chart.Graph;
import dev.assay.dsl.ViOrMcmc.Chains;
import dev.assay.dsl.ViOrMcmc.Fitted;
import dev.assay.dsl.ViOrMcmc.Outcome;
import dev.assay.dsl.ViOrMcmc.Shape;
import dev.assay.plan.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an experiment's code does behind its plan. */
class ExecutableTest {
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
