package dev.assay.plan;

import static dev.assay.plan.RuleCase.breaks;
import static dev.assay.plan.RuleCase.family;
import static dev.assay.plan.RuleCase.levels;

import dev.assay.Better;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An experiment has a file-safe id, a title and a question, and its parts have names of their own. */
class HeadAndNameRulesTest {
    @ParameterizedTest
    @MethodSource("cases")
    void namesTheOneMistake(RuleCase mistake) {
        mistake.check();
    }

    static Stream<RuleCase> cases() {
        return Stream.of(heads(), names()).flatMap(cases -> cases);
    }

    private static Stream<RuleCase> heads() {
        return Stream.of(
                breaks("bad-id", "id", "'Dropout' cannot be the name of a page", d -> d.id = "Dropout"),
                breaks("bad-id", "id", "'a--b'", d -> d.id = "a--b"),
                breaks("bad-id", "id", "''", d -> d.id = ""),
                breaks("bad-id", "id", "because a device of some systems has that name", d -> d.id = "com1"),
                breaks("bad-question", "question", "question -1", d -> d.question = -1),
                breaks("no-title", "title", "dropout-rate has an empty title", d -> d.title = " "),
                breaks("bad-asks", "asks", "'It drops.' is no question", d -> d.asks = "It drops."),
                breaks("no-claim", "", "dropout-rate stakes no claim", d -> d.claims.clear()));
    }

    private static Stream<RuleCase> names() {
        return Stream.of(
                breaks(
                        "bad-name",
                        "factors[2]",
                        "'' cannot name a factor",
                        d -> d.factors.add(levels("", LevelType.INT, "1"))),
                breaks(
                        "bad-name",
                        "variants[4]",
                        "'drop-out' cannot name a variant",
                        d -> d.variants.add(Draft.variant("drop-out", Role.CONTENDER))),
                breaks(
                        "bad-name",
                        "metrics[3]",
                        "'2nd' cannot name a metric",
                        d -> d.metrics.add(Draft.metric("2nd", Better.LOWER, "none"))),
                breaks(
                        "bad-name",
                        "variants[4].family[0]",
                        "' ' cannot name a level",
                        d -> d.variants.add(family(Role.CONTENDER, levels(" ", LevelType.INT, "1")))),
                breaks(
                        "repeated-name",
                        "factors[2]",
                        "two factors are called 'batch'",
                        d -> d.factors.add(levels("batch", LevelType.INT, "1"))),
                breaks(
                        "repeated-name",
                        "variants[4]",
                        "two variants are called 'plain'",
                        d -> d.variants.add(Draft.variant("plain", Role.CONTENDER))),
                breaks(
                        "repeated-name",
                        "metrics[3]",
                        "two metrics are called 'loss'",
                        d -> d.metrics.add(Draft.metric("loss", Better.LOWER, "none"))),
                breaks(
                        "repeated-name",
                        "figures[1].title",
                        "two figures are called 'Weights'",
                        d -> d.figures.add(new FigurePlan("Weights", "", "", List.of("none")))),
                breaks(
                        "repeated-name",
                        "variants[4].family[0]",
                        "a level 'data', which is also a factor",
                        d -> d.variants.add(family(Role.CONTENDER, levels("data", LevelType.INT, "1")))),
                breaks(
                        "repeated-name",
                        "variants[4].family[1]",
                        "two levels are called 'k'",
                        d -> d.variants.add(family(
                                Role.CONTENDER, levels("k", LevelType.INT, "1"), levels("k", LevelType.INT, "2")))),
                breaks(
                        "bad-title",
                        "figures[1].title",
                        "cannot be a caption",
                        d -> d.figures.add(new FigurePlan(" ", "", "", List.of("none")))));
    }
}
