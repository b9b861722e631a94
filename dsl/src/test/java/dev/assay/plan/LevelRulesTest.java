package dev.assay.plan;

import static dev.assay.plan.RuleCase.breaks;
import static dev.assay.plan.RuleCase.family;
import static dev.assay.plan.RuleCase.levels;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Levels read as their type, and each stands once. */
class LevelRulesTest {
    @ParameterizedTest
    @MethodSource("cases")
    void namesTheOneMistake(RuleCase mistake) {
        mistake.check();
    }

    static Stream<RuleCase> cases() {
        return Stream.of(
                breaks(
                        "no-levels",
                        "factors[2].levels",
                        "factor 'k' has no levels",
                        d -> d.factors.add(levels("k", LevelType.INT))),
                breaks(
                        "no-levels",
                        "variants[4].family[0].levels",
                        "level 'k' has no levels",
                        d -> d.variants.add(family(Role.CONTENDER, levels("k", LevelType.INT)))),
                breaks(
                        "bad-level",
                        "factors[2].levels[1]",
                        "level '2.5' of factor 'k' does not read as an int",
                        d -> d.factors.add(levels("k", LevelType.INT, "1", "2.5"))),
                breaks(
                        "bad-level",
                        "factors[2].levels[0]",
                        "does not read as a long",
                        d -> d.factors.add(levels("k", LevelType.LONG, "9223372036854775808"))),
                breaks(
                        "bad-level",
                        "factors[2].levels[0]",
                        "'NaN' of factor 'k' does not read as a finite double",
                        d -> d.factors.add(levels("k", LevelType.DOUBLE, "NaN"))),
                breaks(
                        "bad-level",
                        "factors[2].levels[0]",
                        "does not read as true or false",
                        d -> d.factors.add(levels("k", LevelType.BOOLEAN, "True"))),
                breaks(
                        "bad-level",
                        "factors[2].levels[0]",
                        "'' of factor 'k' does not read as a name",
                        d -> d.factors.add(levels("k", LevelType.TEXT, ""))),
                breaks(
                        "bad-level",
                        "factors[2].levels[0]",
                        "level 'a|b' of factor 'k' has one of the signs",
                        d -> d.factors.add(levels("k", LevelType.TEXT, "a|b"))),
                breaks(
                        "bad-level",
                        "factors[2].levels[0]",
                        "line break",
                        d -> d.factors.add(levels("k", LevelType.TEXT, "a\nb"))),
                breaks(
                        "bad-level",
                        "factors[2].levels[0]",
                        "level ' a' of factor 'k' begins or ends with a blank",
                        d -> d.factors.add(levels("k", LevelType.TEXT, " a"))),
                breaks(
                        "bad-level",
                        "factors[2].levels[0]",
                        "begins or ends with a blank",
                        d -> d.factors.add(levels("k", LevelType.DOUBLE, "0.1 "))),
                breaks(
                        "repeated-level",
                        "factors[2].levels[1]",
                        "level '1' of factor 'k' stands twice;",
                        d -> d.factors.add(levels("k", LevelType.INT, "1", "1"))),
                breaks(
                        "repeated-level",
                        "factors[2].levels[2]",
                        "'1e-1' of factor 'k' stands twice, once as '0.1'",
                        d -> d.factors.add(levels("k", LevelType.DOUBLE, "0.1", "1", "1e-1"))));
    }
}
