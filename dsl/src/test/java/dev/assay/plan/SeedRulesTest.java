package dev.assay.plan;

import static dev.assay.dsl.Assay.that;
import static dev.assay.plan.RuleCase.breaks;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** There are seeds enough for a verdict. */
class SeedRulesTest {
    @ParameterizedTest
    @MethodSource("cases")
    void namesTheOneMistake(RuleCase mistake) {
        mistake.check();
    }

    static Stream<RuleCase> cases() {
        return Stream.of(
                breaks(
                        "few-seeds",
                        "seeds.smoke",
                        "runs 0 seeds for a smoke test",
                        d -> d.seeds = new Seeds(0, 10, 20)),
                breaks(
                        "few-seeds",
                        "seeds.quick",
                        "runs 1 seed; a spread needs at least 2",
                        d -> d.seeds = new Seeds(2, 1, 20)),
                breaks("few-seeds", "seeds.full", "runs 0 seeds;", d -> d.seeds = new Seeds(2, 10, 0)),
                breaks(
                        "few-seeds",
                        "seeds.full",
                        "stakes 1 comparison on 5 seeds, with which no test can reach " + "p = 0.05; run at least 6.",
                        d -> d.seeds = new Seeds(2, 10, 5)),
                breaks(
                        "few-seeds",
                        "seeds.full",
                        "stakes 6 comparisons on 7 seeds, with which no test can reach "
                                + "p = 0.05/6; run at least 8.",
                        d -> {
                            d.seeds = new Seeds(2, 10, 7);
                            d.claims(that("plain").beats("none").on("loss"));
                        }));
    }

    @Test
    void doubtsAQuickRunThatCanDecideNothing() {
        Draft draft = Draft.sound();
        draft.seeds = new Seeds(2, 5, 20);

        assertThat(PlanRules.check(draft.plan())).isEmpty();
        assertThat(PlanRules.doubts(draft.plan())).singleElement().satisfies(doubt -> {
            assertThat(doubt.id()).isEqualTo("few-quick-seeds");
            assertThat(doubt.path()).isEqualTo("seeds.quick");
            assertThat(doubt.message())
                    .isEqualTo("dropout-rate stakes 1 comparison on 5 seeds, with which no test can reach p = 0.05; "
                            + "run at least 6, or only at full effort if quick runs are for a first look.");
        });
    }

    @Test
    void doubtsNothingWhereAQuickRunCanDecide() {
        Draft draft = Draft.sound();
        draft.seeds = new Seeds(2, 6, 20);

        assertThat(PlanRules.doubts(draft.plan())).isEmpty();
    }
}
