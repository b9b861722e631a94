package dev.assay.plan;

import static dev.assay.dsl.Assay.that;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.Over;
import dev.assay.dsl.StakedClaim;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimPlanTest {
    private static final Side B = new Side("b", Map.of());

    private static void says(StakedClaim claim, String sentence, Statement statement) {
        assertThat(claim.plan().sentence()).isEqualTo(sentence);
        assertThat(claim.plan().statement()).isEqualTo(statement);
    }

    @Test
    void saysEachKindInOneLine() {
        says(that("a").beats("b").on("m"), "a beats b on m", new Statement.Beats(B, 0));
        says(that("a").beats("b").on("m").by(-0.02), "a beats b on m by -0.02", new Statement.Beats(B, -0.02));
        says(that("a").beats("b").on("m").times(2), "a beats b on m times 2", new Statement.BeatsTimes(B, 2));
        says(that("a").matches("b").on("m").within(0), "a matches b on m within 0", new Statement.Matches(B, 0));
        says(that("a").on("m").atMost(1e-6), "a has m at most 1e-6", new Statement.AtMost(1e-6));
        says(that("*").on("m").atLeast(0.5), "every variant has m at least 0.5", new Statement.AtLeast(0.5));
        says(
                that("a(k=2)").beats("b").on("m").along("n").at("data=X"),
                "a(k=2) beats b on the slope of m along n when data=X",
                new Statement.Beats(B, 0));
        says(that("a").beats("b").on("m").over(Over.MEAN), "a beats b on m, averaged", new Statement.Beats(B, 0));
    }

    @Test
    void writesRoundFiguresWithoutAPoint() {
        assertThat(List.of(-3.0, 999_999_999.0, 1e9, 0.1, -0.0))
                .extracting(bound -> that("a").on("m").atMost(bound).plan().sentence())
                .containsExactly(
                        "a has m at most -3",
                        "a has m at most 999999999",
                        "a has m at most 1e9",
                        "a has m at most 0.1",
                        "a has m at most 0");
    }

    @Test
    void blanksAroundSignsMakeNoOtherSentence() {
        String tidy = that("a(k=2, n=3)")
                .beats("b")
                .on("m")
                .at("data=two moons|X, n!=4")
                .plan()
                .sentence();

        assertThat(tidy).isEqualTo("a(k=2, n=3) beats b on m when data=two moons|X, n!=4");
        assertThat(that(" a( k = 2,n=3 ) ")
                        .beats(" b")
                        .on("m")
                        .at("data = two moons | X ,n != 4 ")
                        .plan()
                        .sentence())
                .isEqualTo(tidy);
        assertThat(that(" * ").on("m").atMost(1).at(" ").plan().sentence()).isEqualTo("every variant has m at most 1");
    }

    @Test
    void refusesToSayNothing() {
        ClaimPlan nothing = new ClaimPlan("a", null, null, "m", "", null, null, null, null, null, null, Over.EACH);

        assertThatIllegalStateException()
                .isThrownBy(nothing::statement)
                .withMessage("the claim 'a' on 'm' says nothing; the plan was not checked");
    }

    @Test
    void suggestsWhatWasProbablyMeant() {
        assertThat(Suggestion.of("onehot", List.of("smooth", "oneHot")))
                .isEqualTo(" Did you mean 'oneHot'? There are: smooth, oneHot.");
        assertThat(Suggestion.of("mcmc", List.of("variational"))).isEqualTo(" There are: variational.");
        assertThat(Suggestion.of("x", List.of("y", "ab"))).isEqualTo(" There are: y, ab.");
        assertThat(Suggestion.of("X", List.of("y", "x"))).startsWith(" Did you mean 'x'?");
        assertThat(Suggestion.of("", List.of("y"))).isEqualTo(" There are: y.");
        assertThat(Suggestion.of("cnn", List.of("gru", "cnm"))).startsWith(" Did you mean 'cnm'?");
        assertThat(Suggestion.of("medain", List.of("mean", "median"))).startsWith(" Did you mean 'median'?");
        assertThat(Suggestion.of("x", List.of())).isEqualTo(" There is none.");
    }

    @Test
    void countsEditsAsLevenshteinDoes() {
        assertThat(Suggestion.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Suggestion.distance("Saturday", "sunday")).isEqualTo(3);
        assertThat(Suggestion.distance("", "abc")).isEqualTo(3);
        assertThat(Suggestion.distance("abc", "")).isEqualTo(3);
        assertThat(Suggestion.distance("OneHot", "onehot")).isZero();
        assertThat(Suggestion.distance("medain", "median")).isEqualTo(1);
        assertThat(Suggestion.distance("ab", "ba")).isEqualTo(1);
        assertThat(Suggestion.distance("ca", "abc")).isEqualTo(3);
    }

    @Test
    void plansFindTheirParts() {
        Plan plan = Draft.sound().plan();

        assertThat(plan.baseline().name()).isEqualTo("none");
        assertThat(plan.variant("plain").role()).isEqualTo(Role.CONTENDER);
        assertThat(plan.seeds().of(dev.assay.Effort.SMOKE)).isEqualTo(2);
        assertThat(plan.seeds().of(dev.assay.Effort.QUICK)).isEqualTo(10);
        assertThat(plan.seeds().of(dev.assay.Effort.FULL)).isEqualTo(20);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.variant("x"))
                .withMessage("dropout-rate has no variant 'x'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.metric("x"))
                .withMessage("dropout-rate has no metric 'x'");
        Draft without = Draft.sound();
        without.variants.remove(0);
        assertThatIllegalStateException()
                .isThrownBy(() -> without.plan().baseline())
                .withMessage("dropout-rate has no baseline");
    }
}
