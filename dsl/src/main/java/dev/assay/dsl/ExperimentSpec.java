package dev.assay.dsl;

import dev.assay.Better;
import dev.assay.Effort;
import dev.assay.Level;
import dev.assay.chart.Chart;
import dev.assay.plan.ClaimPlan;
import dev.assay.plan.Factor;
import dev.assay.plan.Plan;
import dev.assay.plan.PlanRules;
import dev.assay.plan.Problem;
import dev.assay.plan.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * An experiment under declaration.
 *
 * @param <O> what every variant returns
 */
@Block
public final class ExperimentSpec<O> {
    private final String id;
    private int question;
    private String title = "";
    private String asks = "";
    private String source = "";
    private Prose prose = Prose.none();
    private Seeds seeds = Seeds.DEFAULT;
    private final List<Factor> factors = new ArrayList<>();
    private final List<VariantSpec<O>> variants = new ArrayList<>();
    private final List<MetricSpec<O>> metrics = new ArrayList<>();
    private final List<FigureSpec<O>> figures = new ArrayList<>();
    private final List<PlotSpec> plots = new ArrayList<>();
    private final List<ClaimPlan> claims = new ArrayList<>();
    private final List<ResamplingSpec> resamplings = new ArrayList<>();

    ExperimentSpec(String id) {
        this.id = id;
    }

    /** The number of the guide's question that it answers, from 1. */
    public void question(int number) {
        this.question = number;
    }

    /** The technique's name, as a heading. */
    public void title(String text) {
        this.title = text;
    }

    /** The question that it answers, as a sentence that ends in a question mark. */
    public void asks(String text) {
        this.asks = text;
    }

    /** What the author says about it, in Markdown. */
    public void prose(String markdown) {
        this.prose = Prose.of(markdown);
    }

    /** The class whose source the report shows beside the results; needed where the prose is text. */
    public void source(Class<?> declaring) {
        this.source = declaring.getName();
    }

    /** Takes the prose that the processor wrote from a class's Javadoc, and names the class as the source. */
    public void prose(Class<?> declaring) {
        this.prose = Prose.of(declaring);
        this.source = declaring.getName();
    }

    /** How many paired seeds a trial of {@link Effort#QUICK} and of {@link Effort#FULL} gets. */
    public void seeds(int quick, int full) {
        this.seeds = new Seeds(Seeds.DEFAULT.smoke(), quick, full);
    }

    /** A factor whose levels are an enum's constants. */
    public <E extends Enum<E>> Level<E> factor(String name, Class<E> levels) {
        return add(LevelSpec.of(name, levels));
    }

    /** A factor of whole numbers. */
    public Level<Integer> factor(String name, int... levels) {
        return add(LevelSpec.of(name, levels));
    }

    /** A factor of long whole numbers. */
    public Level<Long> factor(String name, long... levels) {
        return add(LevelSpec.of(name, levels));
    }

    /** A factor of numbers. */
    public Level<Double> factor(String name, double... levels) {
        return add(LevelSpec.of(name, levels));
    }

    /** A factor of truth values. */
    public Level<Boolean> factor(String name, boolean... levels) {
        return add(LevelSpec.of(name, levels));
    }

    /** A factor of texts. */
    public Level<String> factor(String name, String... levels) {
        return add(LevelSpec.of(name, levels));
    }

    private <T> Level<T> add(LevelSpec<T> spec) {
        factors.add(spec.factor());
        return spec.level();
    }

    /** A variant. */
    public void variant(String name, Declaration<VariantSpec<O>> declaration) {
        VariantSpec<O> spec = new VariantSpec<>(name);
        declaration.declare(spec);
        variants.add(spec);
    }

    /** A metric of every variant's outcome. */
    public MetricSpec<O> metric(String name, Better better, ToDoubleFunction<? super O> measure) {
        MetricSpec<O> spec = new MetricSpec<>(name, better, null, measure::applyAsDouble);
        metrics.add(spec);
        return spec;
    }

    /** A metric of those variants whose outcome is of this type. */
    public <P extends O> MetricSpec<O> metricOf(
            Class<P> outcome, String name, Better better, ToDoubleFunction<? super P> measure) {
        MetricSpec<O> spec =
                new MetricSpec<>(name, better, outcome, value -> measure.applyAsDouble(outcome.cast(value)));
        metrics.add(spec);
        return spec;
    }

    /** A figure of every variant's outcome. */
    public FigureSpec<O> figure(String title, Function<? super O, ? extends Chart> draw) {
        FigureSpec<O> spec = new FigureSpec<>(title, null, draw::apply);
        figures.add(spec);
        return spec;
    }

    /** A figure of those variants whose outcome is of this type. */
    public <P extends O> FigureSpec<O> figureOf(
            Class<P> outcome, String title, Function<? super P, ? extends Chart> draw) {
        FigureSpec<O> spec = new FigureSpec<>(title, outcome, value -> draw.apply(outcome.cast(value)));
        figures.add(spec);
        return spec;
    }

    /** A plot of these metrics from the records; say {@link PlotSpec#against} what. */
    public PlotSpec plot(String... metrics) {
        PlotSpec spec = new PlotSpec(List.of(metrics));
        plots.add(spec);
        return spec;
    }

    /** Stakes a claim that {@link Assay#that} began. */
    public void claim(StakedClaim claim) {
        claims.add(claim.plan());
    }

    /**
     * Says that the seeds are splits drawn again from one table, as {@link dev.assay.Resampled} does.
     *
     * @param train how much of the table trains in each, in rows or parts
     * @param test how much of it tests, in the same
     */
    public ResamplingSpec resampled(int train, int test) {
        ResamplingSpec spec = new ResamplingSpec(train, test);
        resamplings.add(spec);
        return spec;
    }

    Executable<O> build() {
        Plan plan = new Plan(
                id,
                question,
                title,
                asks,
                prose.text(),
                source,
                seeds,
                factors,
                variants.stream().map(variant -> variant.plan(prose)).toList(),
                metrics.stream().map(metric -> metric.plan(prose, variants)).toList(),
                figures.stream().map(figure -> figure.plan(prose, variants)).toList(),
                plots.stream().map(PlotSpec::plan).toList(),
                claims,
                resamplings.stream().map(ResamplingSpec::plan).toList());
        List<Problem> problems = new ArrayList<>(PlanRules.check(plan));
        for (int i = 0; i < variants.size(); i++) {
            problems.addAll(variants.get(i).unfinished("variants[" + i + "]"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidPlanException(id, problems);
        }
        return new Executable<>(plan, variants, metrics, figures);
    }
}
