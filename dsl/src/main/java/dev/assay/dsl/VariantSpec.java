package dev.assay.dsl;

import dev.assay.Level;
import dev.assay.Trial;
import dev.assay.plan.Factor;
import dev.assay.plan.Problem;
import dev.assay.plan.Role;
import dev.assay.plan.VariantPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A variant under declaration.
 *
 * @param <O> what every variant of the experiment returns
 */
@Block
public final class VariantSpec<O> {
    private final String name;
    private Role role = Role.CONTENDER;
    private String when = "";
    private List<String> ignores = List.of();
    private final List<Factor> family = new ArrayList<>();
    private String about = "";
    private @Nullable Class<?> outcome;
    private @Nullable Function<Trial, ? extends O> body;

    VariantSpec(String name) {
        this.name = name;
    }

    /** What the author says about it, in Markdown. */
    public void about(String markdown) {
        this.about = markdown.strip();
    }

    /** Makes it the one that the others are compared with. */
    public void baseline() {
        this.role = Role.BASELINE;
    }

    /** Makes it a line for orientation, without a comparison of its own. */
    public void reference() {
        this.role = Role.REFERENCE;
    }

    /** Lets it exist only at these factor levels, {@code "target!=BANANA"} say. */
    public void existsAt(String condition) {
        this.when = condition;
    }

    /** Runs it once a seed and pairs it with every level of these factors. */
    public void ignores(String... factors) {
        this.ignores = List.of(factors);
    }

    /** Makes it a family over an enum's constants. */
    public <E extends Enum<E>> Level<E> level(String name, Class<E> levels) {
        return add(LevelSpec.of(name, levels));
    }

    /** Makes it a family over whole numbers. */
    public Level<Integer> level(String name, int... levels) {
        return add(LevelSpec.of(name, levels));
    }

    /** Makes it a family over long whole numbers. */
    public Level<Long> level(String name, long... levels) {
        return add(LevelSpec.of(name, levels));
    }

    /** Makes it a family over numbers. */
    public Level<Double> level(String name, double... levels) {
        return add(LevelSpec.of(name, levels));
    }

    /** Makes it a family over truth values. */
    public Level<Boolean> level(String name, boolean... levels) {
        return add(LevelSpec.of(name, levels));
    }

    /** Makes it a family over texts. */
    public Level<String> level(String name, String... levels) {
        return add(LevelSpec.of(name, levels));
    }

    private <T> Level<T> add(LevelSpec<T> spec) {
        family.add(spec.factor());
        return spec.level();
    }

    /** What it does. Of what it returns, only metrics and figures that are not {@code …Of} a type can be taken. */
    public void trial(Function<Trial, ? extends O> work) {
        this.outcome = null;
        this.body = work;
    }

    /** What it does, returning this type: metrics and figures of the type can then be taken on it. */
    public <P extends O> void trialOf(Class<P> type, Function<Trial, ? extends P> work) {
        this.outcome = type;
        this.body = work;
    }

    String name() {
        return name;
    }

    boolean returns(@Nullable Class<?> wanted) {
        return wanted == null || (outcome != null && wanted.isAssignableFrom(outcome));
    }

    VariantPlan plan(Prose prose) {
        return new VariantPlan(name, about.isEmpty() ? prose.about(name) : about, role, when, ignores, family);
    }

    /** The mistake that only the DSL allows: a variant that does nothing. */
    List<Problem> unfinished(String path) {
        return body != null
                ? List.of()
                : List.of(new Problem(
                        "no-trial", path, "variant '" + name + "' does nothing; say with trial(…) what it does."));
    }

    O run(Trial trial) {
        if (body == null) {
            throw new IllegalStateException("variant '" + name + "' does nothing");
        }
        return body.apply(trial);
    }
}
