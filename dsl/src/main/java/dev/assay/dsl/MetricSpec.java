package dev.assay.dsl;

import dev.assay.Better;
import dev.assay.plan.MetricPlan;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A metric under declaration.
 *
 * @param <O> what every variant of the experiment returns
 */
public final class MetricSpec<O> {
    private final String name;
    private final Better better;
    private final @Nullable Class<?> outcome;
    private final ToDoubleFunction<O> measure;
    private String about = "";
    private String unit = "";
    private boolean timing;
    private @Nullable Double never;

    MetricSpec(String name, Better better, @Nullable Class<?> outcome, ToDoubleFunction<O> measure) {
        this.name = name;
        this.better = better;
        this.outcome = outcome;
        this.measure = measure;
    }

    /** What the author says about it, in Markdown. */
    public MetricSpec<O> about(String markdown) {
        this.about = markdown.strip();
        return this;
    }

    /** The unit shown beside the values. */
    public MetricSpec<O> unit(String symbol) {
        this.unit = symbol;
        return this;
    }

    /** Says that the value is a time or made from one, and so differs from run to run. */
    public MetricSpec<O> timing() {
        this.timing = true;
        return this;
    }

    /** Says that a value at or beyond the cap means "never reached". */
    public MetricSpec<O> never(double cap) {
        this.never = cap;
        return this;
    }

    String name() {
        return name;
    }

    MetricPlan plan(Prose prose, List<VariantSpec<O>> variants) {
        List<String> there = variants.stream()
                .filter(variant -> variant.returns(outcome))
                .map(VariantSpec::name)
                .toList();
        return new MetricPlan(name, about.isEmpty() ? prose.about(name) : about, better, unit, timing, never, there);
    }

    double of(O value) {
        return measure.applyAsDouble(value);
    }
}
