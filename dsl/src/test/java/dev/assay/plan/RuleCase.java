package dev.assay.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Better;
import java.util.List;
import java.util.function.Consumer;

/**
 * How a sound plan is spoilt in one place, and the one problem that this makes.
 *
 * @param id the problem's id
 * @param path where it is
 * @param words what its message says, among other things
 * @param spoil what is done to the plan
 */
record RuleCase(String id, String path, String words, Consumer<Draft> spoil) {
    static RuleCase breaks(String id, String path, String words, Consumer<Draft> spoil) {
        return new RuleCase(id, path, words, spoil);
    }

    static Factor levels(String name, LevelType type, String... levels) {
        return new Factor(name, type, List.of(levels));
    }

    static VariantPlan family(Role role, Factor... levels) {
        return new VariantPlan("family", "", role, "", List.of(), List.of(levels));
    }

    static MetricPlan capped(Better better, double never) {
        return new MetricPlan("steps", "", better, "", false, never, List.of("none"));
    }

    /** Leaves one variant, and of what is below the variants a single metric. */
    static void leaveOneMetric(Draft draft) {
        draft.metrics.clear();
        draft.metrics.add(Draft.metric("loss", Better.LOWER, "none"));
        draft.figures.clear();
        draft.plots.clear();
    }

    /** Asserts that the rules find the one problem, and nothing else. */
    void check() {
        Draft draft = Draft.sound();
        spoil.accept(draft);

        List<Problem> problems = PlanRules.check(draft.plan());

        assertThat(problems).hasSize(1);
        Problem problem = problems.get(0);
        assertThat(problem.id()).isEqualTo(id);
        assertThat(problem.path()).isEqualTo(path);
        assertThat(problem.message()).contains(words).endsWith(".");
        assertThat(problem).hasToString("[assay:" + id + "] " + problem.message());
    }

    @Override
    public String toString() {
        return id + " at '" + path + "': " + words;
    }
}
