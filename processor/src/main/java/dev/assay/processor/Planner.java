package dev.assay.processor;

import dev.assay.Better;
import dev.assay.Over;
import dev.assay.plan.ClaimPlan;
import dev.assay.plan.Factor;
import dev.assay.plan.FigurePlan;
import dev.assay.plan.LevelType;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Plan;
import dev.assay.plan.PlotPlan;
import dev.assay.plan.ResamplingPlan;
import dev.assay.plan.Role;
import dev.assay.plan.Seeds;
import dev.assay.plan.VariantPlan;
import dev.assay.processor.Declared.Levelled;
import dev.assay.processor.Declared.Reading;
import dev.assay.processor.Declared.Way;
import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The second stage: what a class declares into the plan that its harness's own builder will make. */
final class Planner {
    private final Declared declared;
    private final JavaTypes types;
    private final ProseFile prose;

    private Planner(Declared declared, JavaTypes types, ProseFile prose) {
        this.declared = declared;
        this.types = types;
        this.prose = prose;
    }

    static Plan plan(Declared declared, JavaTypes types, ProseFile prose) {
        return new Planner(declared, types, prose).plan();
    }

    private Plan plan() {
        Mark head = declared.experiment();
        return new Plan(
                ExperimentId.of(declared.type(), head),
                head.whole("question"),
                head.text("title"),
                head.text("asks"),
                prose.text(),
                declared.binaryName(),
                new Seeds(Seeds.DEFAULT.smoke(), head.whole("quickSeeds"), head.whole("fullSeeds")),
                declared.factors().stream().map(Planner::factor).toList(),
                declared.variants().stream().map(this::variant).toList(),
                declared.metrics().stream().map(this::metric).toList(),
                declared.figures().stream().map(this::figure).toList(),
                declared.plots().stream().map(Planner::plot).toList(),
                declared.claims().stream().map(Planner::claim).toList(),
                declared.resamplings().stream().map(Planner::resampling).toList());
    }

    private static Factor factor(Levelled levelled) {
        return new Factor(
                levelled.name(),
                levelled.type(),
                levelled.levels().stream()
                        .map(text -> canonical(levelled.type(), text))
                        .toList());
    }

    /** A level's text as it comes back from the literal that the harness holds: {@code 0.10} as {@code 0.1}. */
    private static String canonical(LevelType type, String text) {
        if (!type.accepts(text)) {
            return text;
        }
        return switch (type) {
            case INT -> String.valueOf(Integer.parseInt(text));
            case LONG -> String.valueOf(Long.parseLong(text));
            case DOUBLE -> String.valueOf(Double.parseDouble(text));
            case BOOLEAN, TEXT, ENUM -> text;
        };
    }

    private VariantPlan variant(Way way) {
        Mark mark = way.mark();
        Role role = mark.flag("baseline") ? Role.BASELINE : mark.flag("reference") ? Role.REFERENCE : Role.CONTENDER;
        return new VariantPlan(
                way.name(),
                prose.about(way.name()),
                role,
                mark.text("when"),
                mark.texts("ignores"),
                way.family().stream().map(Planner::factor).toList());
    }

    private MetricPlan metric(Reading reading) {
        Mark mark = reading.mark();
        return new MetricPlan(
                reading.name(),
                prose.about(reading.name()),
                mark.constant("better", Better.class),
                mark.text("unit"),
                mark.flag("timing"),
                mark.number("never"),
                there(reading.takes()));
    }

    private FigurePlan figure(Reading reading) {
        String title = reading.mark().text("value");
        return new FigurePlan(title, prose.about(title), reading.mark().text("when"), there(reading.takes()));
    }

    /** The variants that return what is taken; a type that could not be read, and was reported, counts as fitting. */
    private List<String> there(@Nullable TypeMirror taken) {
        return declared.variants().stream()
                .filter(variant -> {
                    TypeMirror returned = variant.returns();
                    return taken == null || returned == null || types.isAssignable(returned, taken);
                })
                .map(Way::name)
                .toList();
    }

    private static PlotPlan plot(Mark mark) {
        return new PlotPlan(mark.texts("of"), mark.text("against"), mark.flag("log"));
    }

    private static ResamplingPlan resampling(Mark mark) {
        return new ResamplingPlan(mark.text("when"), mark.whole("train"), mark.whole("test"));
    }

    private static ClaimPlan claim(Mark mark) {
        return new ClaimPlan(
                mark.text("that"),
                mark.wording("beats"),
                mark.wording("matches"),
                mark.text("on"),
                mark.text("when"),
                mark.number("by"),
                mark.number("times"),
                mark.number("within"),
                mark.number("atMost"),
                mark.number("atLeast"),
                mark.wording("along"),
                mark.constant("over", Over.class));
    }
}
