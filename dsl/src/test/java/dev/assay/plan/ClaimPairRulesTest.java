package dev.assay.plan;

import static dev.assay.dsl.Assay.that;
import static dev.assay.plan.RuleCase.breaks;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No two claims say the same or exclude each other. */
class ClaimPairRulesTest {
    @ParameterizedTest
    @MethodSource("cases")
    void namesTheOneMistake(RuleCase mistake) {
        mistake.check();
    }

    static Stream<RuleCase> cases() {
        return Stream.of(
                breaks(
                        "repeated-claim",
                        "claims[1]",
                        "\"plain beats none on loss\" stands twice;",
                        d -> d.claims(
                                that("plain").beats("none").on("loss"),
                                that("plain").beats("none").on("loss"))),
                breaks(
                        "repeated-claim",
                        "claims[1]",
                        "stands twice",
                        d -> d.claims(
                                that("dropout(rate=0.1)")
                                        .beats("none")
                                        .on("loss")
                                        .at("batch=2, data=MOONS"),
                                that(" dropout( rate = 0.10 ) ")
                                        .beats("none")
                                        .on("loss")
                                        .at("data = MOONS,batch =2"))),
                breaks(
                        "repeated-claim",
                        "claims[1]",
                        "once as \"plain beats none on loss by 0\"",
                        d -> d.claims(
                                that("plain").beats("none").on("loss").by(0),
                                that("plain").beats("none").on("loss"))),
                breaks(
                        "repeated-claim",
                        "claims[1]",
                        "once as \"plain beats none on loss when data=MOONS\"",
                        d -> d.claims(
                                that("plain").beats("none").on("loss").at("data=MOONS"),
                                that("plain").beats("none").on("loss").at("data!=CANCER"))),
                breaks(
                        "contradicting-claim",
                        "claims[1]",
                        "\"plain beats none on loss\" and \"none beats plain on loss when batch=8\" cannot both hold "
                                + "at none(batch=8, data=MOONS)",
                        d -> d.claims(
                                that("plain").beats("none").on("loss"),
                                that("none").beats("plain").on("loss").at("batch=8"))),
                breaks(
                        "contradicting-claim",
                        "claims[1]",
                        "times 2",
                        d -> d.claims(
                                that("plain").beats("none").on("loss").times(2),
                                that("none").beats("plain").on("loss").times(2))),
                breaks(
                        "contradicting-claim",
                        "claims[1]",
                        "within 0.1",
                        d -> d.claims(
                                that("plain").beats("none").on("loss").by(0.1),
                                that("none").matches("plain").on("loss").within(0.1))),
                breaks(
                        "contradicting-claim",
                        "claims[1]",
                        "at least 2",
                        d -> d.claims(
                                that("*").on("loss").atMost(1),
                                that("plain").on("loss").atLeast(2).at("batch=2"))),
                breaks(
                        "contradicting-claim",
                        "claims[1]",
                        "the slope of loss",
                        d -> d.claims(
                                that("plain").beats("none").on("loss").along("batch"),
                                that("none").beats("plain").on("loss").along("batch"))));
    }
}
