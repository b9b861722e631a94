package dev.assay.dsl;

import dev.assay.chart.Chart;
import dev.assay.plan.FigurePlan;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A figure under declaration.
 *
 * @param <O> what every variant of the experiment returns
 */
public final class FigureSpec<O> {
    private final String title;
    private final @Nullable Class<?> outcome;
    private final Function<O, Chart> draw;
    private String about = "";
    private String when = "";

    FigureSpec(String title, @Nullable Class<?> outcome, Function<O, Chart> draw) {
        this.title = title;
        this.outcome = outcome;
        this.draw = draw;
    }

    /** What the author says about it, in Markdown. */
    public FigureSpec<O> about(String markdown) {
        this.about = markdown.strip();
        return this;
    }

    /** Draws it only at these factor levels, {@code "length=256"} say. */
    public FigureSpec<O> at(String condition) {
        this.when = condition;
        return this;
    }

    String title() {
        return title;
    }

    FigurePlan plan(Prose prose, List<VariantSpec<O>> variants) {
        List<String> there = variants.stream()
                .filter(variant -> variant.returns(outcome))
                .map(VariantSpec::name)
                .toList();
        return new FigurePlan(title, about.isEmpty() ? prose.about(title) : about, when, there);
    }

    Chart of(O value) {
        return draw.apply(value);
    }
}
