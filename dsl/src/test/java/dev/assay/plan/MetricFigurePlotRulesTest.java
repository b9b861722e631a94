package dev.assay.plan;

import static dev.assay.plan.RuleCase.breaks;
import static dev.assay.plan.RuleCase.capped;
import static dev.assay.plan.RuleCase.family;
import static dev.assay.plan.RuleCase.levels;

import dev.assay.Better;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is measured and drawn exists. */
class MetricFigurePlotRulesTest {
    @ParameterizedTest
    @MethodSource("cases")
    void namesTheOneMistake(RuleCase mistake) {
        mistake.check();
    }

    static Stream<RuleCase> cases() {
        return Stream.of(
                breaks(
                        "metric-unused",
                        "metrics[3]",
                        "returns what metric 'm' is taken on",
                        d -> d.metrics.add(Draft.metric("m", Better.LOWER))),
                breaks(
                        "unknown-variant",
                        "metrics[3].variants[1]",
                        "no variant 'plian'. Did you mean 'plain'?",
                        d -> d.metrics.add(Draft.metric("m", Better.LOWER, "none", "plian"))),
                breaks(
                        "bad-never",
                        "metrics[3].never",
                        "never reached at 0.0",
                        d -> d.metrics.add(capped(Better.LOWER, 0))),
                breaks(
                        "bad-never",
                        "metrics[3].never",
                        "never reached at NaN",
                        d -> d.metrics.add(capped(Better.LOWER, Double.NaN))),
                breaks(
                        "bad-never",
                        "metrics[3].never",
                        "more of it is better",
                        d -> d.metrics.add(capped(Better.HIGHER, 10))),
                breaks(
                        "figure-unused",
                        "figures[1]",
                        "returns what figure 'f' is drawn from",
                        d -> d.figures.add(new FigurePlan("f", "", "", List.of()))),
                breaks(
                        "unknown-variant",
                        "figures[1].variants[0]",
                        "no variant 'x'",
                        d -> d.figures.add(new FigurePlan("f", "", "", List.of("x")))),
                breaks(
                        "bad-condition",
                        "figures[1].when",
                        "'batch' in 'batch' is no condition",
                        d -> d.figures.add(new FigurePlan("f", "", "batch", List.of("none")))),
                breaks(
                        "no-metric",
                        "plots[1].of",
                        "against 'batch' draws nothing",
                        d -> d.plots.add(new PlotPlan(List.of(), "batch", false))),
                breaks(
                        "unknown-metric",
                        "plots[1].of[1]",
                        "no metric 'los'. Did you mean 'loss'?",
                        d -> d.plots.add(new PlotPlan(List.of("loss", "los"), "batch", false))),
                breaks(
                        "unknown-factor",
                        "plots[1].against",
                        "level 'batch=2'. Did you mean 'batch'?",
                        d -> d.plots.add(new PlotPlan(List.of("loss"), "batch=2", false))),
                breaks(
                        "unknown-factor",
                        "plots[1].against",
                        "There are: batch, data, dropout.rate.",
                        d -> d.plots.add(new PlotPlan(List.of("loss"), "rate", false))),
                breaks("metric-not-there", "plots[1].of[0]", "metric 'dropped' cannot be taken on", d -> {
                    d.variants.add(family(Role.CONTENDER, levels("k", LevelType.INT, "1", "2")));
                    d.plots.add(new PlotPlan(List.of("dropped"), "family.k", false));
                }),
                breaks(
                        "bad-log",
                        "plots[1].log",
                        "'data' has levels [MOONS, CANCER]",
                        d -> d.plots.add(new PlotPlan(List.of("loss"), "data", true))),
                breaks("bad-log", "plots[1].log", "[0, 1], which a logarithmic axis cannot show", d -> {
                    d.factors.add(levels("k", LevelType.INT, "0", "1"));
                    d.plots.add(new PlotPlan(List.of("loss"), "k", true));
                }));
    }
}
