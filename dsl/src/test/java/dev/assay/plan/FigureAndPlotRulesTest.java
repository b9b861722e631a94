package dev.assay.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Better;
import dev.assay.Over;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureAndPlotRulesTest {
    private static Plan plan(List<Factor> factors, List<FigurePlan> figures, List<PlotPlan> plots) {
        return new Plan(
                "coin-tosses",
                0,
                "Coin tosses",
                "Do more tosses say more?",
                "",
                "",
                Seeds.DEFAULT,
                factors,
                List.of(
                        new VariantPlan("few", "", Role.BASELINE, "", List.of(), List.of()),
                        new VariantPlan("many", "", Role.CONTENDER, "", List.of(), List.of())),
                List.of(new MetricPlan("error", "", Better.LOWER, "", false, null, List.of("few", "many"))),
                figures,
                plots,
                List.of(new ClaimPlan(
                        "many", "few", null, "error", "", null, null, null, null, null, null, Over.EACH)));
    }

    private static List<String> problems(Plan plan) {
        return PlanRules.check(plan).stream()
                .map(problem -> problem.id() + " at " + problem.path())
                .toList();
    }

    private static FigurePlan figure(String title) {
        return new FigurePlan(title, "", "", List.of("few", "many"));
    }

    @Test
    void acceptsFiguresWithCaptionsOfTheirOwn() {
        assertThat(problems(plan(List.of(), List.of(figure("Tosses"), figure("Means")), List.of())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " Tosses", "Tosses ", "Two\nlines", "Two\rlines"})
    void refusesACaptionThatIsNoLine(String title) {
        assertThat(problems(plan(List.of(), List.of(figure("Means"), figure(title)), List.of())))
                .containsExactly("bad-title at figures[1].title");
    }

    @Test
    void refusesTwoFiguresOfOneCaption() {
        assertThat(problems(plan(List.of(), List.of(figure("Tosses"), figure("Tosses")), List.of())))
                .containsExactly("repeated-name at figures[1].title");
    }

    @Test
    void refusesAFigureAtAFactorThatIsNotThere() {
        FigurePlan figure = new FigurePlan("Tosses", "", "coin=FAIR", List.of("few"));

        assertThat(problems(plan(List.of(), List.of(figure), List.of())))
                .containsExactly("unknown-factor at figures[0].when");
    }

    @Test
    void refusesAFigureThatNoVariantHas() {
        FigurePlan figure = new FigurePlan("Tosses", "", "", List.of());

        assertThat(problems(plan(List.of(), List.of(figure), List.of())))
                .containsExactly("figure-unused at figures[0]");
    }

    @Test
    void refusesAPlotOfNothing() {
        Factor coin = new Factor("coin", LevelType.TEXT, List.of("fair", "bent"));
        PlotPlan plot = new PlotPlan(List.of(), "coin", false);

        assertThat(problems(plan(List.of(coin), List.of(), List.of(plot)))).containsExactly("no-metric at plots[0].of");
    }

    @Test
    void saysOfAFactorWithoutLevelsThatAloneAndNotThatClaimsAreEmpty() {
        Factor coin = new Factor("coin", LevelType.TEXT, List.of());

        assertThat(problems(plan(List.of(coin), List.of(), List.of())))
                .containsExactly("no-levels at factors[0].levels");
    }
}
