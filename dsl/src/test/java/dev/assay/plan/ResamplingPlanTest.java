package dev.assay.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResamplingPlanTest {
    private static final List<Factor> FACTORS = Draft.sound().plan().factors();

    private static Cell cell(String... levels) {
        return levels.length == 0
                ? new Cell("none", Map.of())
                : new Cell("none", Map.of("data", levels[0], "batch", levels[1]));
    }

    @Test
    void addsTestOverTrainToTheVariance() {
        assertThat(new ResamplingPlan("", 2, 1).overlap()).isEqualTo(0.5);
        assertThat(new ResamplingPlan("", 450, 50).overlap()).isEqualTo(1 / 9.0);
    }

    @Test
    void holdsWhereEitherSideIsAtItsLevels() {
        ResamplingPlan cancer = new ResamplingPlan("data=CANCER", 2, 1);
        assertThat(cancer.holds(FACTORS, cell("CANCER", "8"), cell("CANCER", "8")))
                .isTrue();
        assertThat(cancer.holds(FACTORS, cell(), cell("CANCER", "8"))).isTrue();
        assertThat(cancer.holds(FACTORS, cell("MOONS", "8"), cell())).isFalse();
        assertThat(cancer.holds(FACTORS, cell(), cell())).isFalse();
        assertThat(new ResamplingPlan("", 2, 1).holds(FACTORS, cell(), cell())).isTrue();
    }

    @Test
    void isRefusedWithoutRowsOrWithUnknownLevels() {
        assertThat(problems(new ResamplingPlan("", 0, 1))).containsExactly("bad-resampling at resamplings[0].train");
        assertThat(problems(new ResamplingPlan("", 1, -3))).containsExactly("bad-resampling at resamplings[0].test");
        assertThat(problems(new ResamplingPlan("data=SUNS", 2, 1)))
                .containsExactly("unknown-level at resamplings[0].when");
    }

    @Test
    void isSaidOnceAtEachPlace() {
        assertThat(problems(new ResamplingPlan("data=CANCER", 2, 1), new ResamplingPlan("data=MOONS", 4, 1)))
                .isEmpty();
        assertThat(problems(new ResamplingPlan("data=CANCER", 2, 1), new ResamplingPlan("batch=8", 4, 1)))
                .containsExactly("bad-resampling at resamplings[1].when");
    }

    private static List<String> problems(ResamplingPlan... resamplings) {
        Plan plan = Draft.sound().plan();
        Plan resampled = new Plan(
                plan.id(),
                plan.question(),
                plan.title(),
                plan.asks(),
                plan.prose(),
                plan.source(),
                plan.seeds(),
                plan.factors(),
                plan.variants(),
                plan.metrics(),
                plan.figures(),
                plan.plots(),
                plan.claims(),
                List.of(resamplings));
        return PlanRules.check(resampled).stream()
                .map(problem -> problem.id() + " at " + problem.path())
                .toList();
    }
}
