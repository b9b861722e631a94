package dev.assay.plan;

import static dev.assay.dsl.Assay.that;
import static dev.assay.plan.RuleCase.breaks;

import dev.assay.Better;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a claim names exists. */
class SideRulesTest {
    @ParameterizedTest
    @MethodSource("cases")
    void namesTheOneMistake(RuleCase mistake) {
        mistake.check();
    }

    static Stream<RuleCase> cases() {
        return Stream.of(
                breaks(
                        "unknown-metric",
                        "claims[0].on",
                        "no metric 'lose'. Did you mean 'loss'?",
                        d -> d.claims(that("plain").beats("none").on("lose"))),
                breaks(
                        "unknown-factor",
                        "claims[0].when",
                        "no factor 'size'",
                        d -> d.claims(that("plain").beats("none").on("loss").at("size=2"))),
                breaks(
                        "unknown-level",
                        "claims[0].when",
                        "'data' has no level 'MOON'. Did you mean 'MOONS'?",
                        d -> d.claims(that("plain").beats("none").on("loss").at("data=MOON"))),
                breaks(
                        "bad-side",
                        "claims[0].that",
                        "'plain(' is no side of a claim",
                        d -> d.claims(that("plain(").beats("none").on("loss"))),
                breaks(
                        "bad-side",
                        "claims[0].beats",
                        "must name one value for 'rate'",
                        d -> d.claims(that("plain").beats("dropout(rate!=0.1)").on("loss"))),
                breaks(
                        "bad-side",
                        "claims[0].that",
                        "names 'rate' twice",
                        d -> d.claims(that("dropout(rate=0.1, rate=0.5)")
                                .beats("none")
                                .on("loss"))),
                breaks(
                        "bad-side",
                        "claims[0].that",
                        "'*' stands for every variant",
                        d -> d.claims(that("*").beats("none").on("loss"))),
                breaks(
                        "bad-side",
                        "claims[0].that",
                        "'*' stands for every variant",
                        d -> d.claims(that("*(batch=2)").on("loss").atMost(1))),
                breaks(
                        "bad-side",
                        "claims[0].matches",
                        "'*' stands for every variant",
                        d -> d.claims(that("plain").matches("*").on("loss").within(1))),
                breaks(
                        "unknown-variant",
                        "claims[0].matches",
                        "no variant 'nnoe'. Did you mean 'none'?",
                        d -> d.claims(that("plain").matches("nnoe").on("loss").within(1))),
                breaks(
                        "unknown-level",
                        "claims[0].that",
                        "'rate' has no level '0.2'",
                        d -> d.claims(that("dropout(rate=0.2)").beats("none").on("loss"))),
                breaks(
                        "unknown-factor",
                        "claims[0].that",
                        "variant 'dropout' has no level 'rat'",
                        d -> d.claims(that("dropout(rat=0.5)").beats("none").on("loss"))),
                breaks(
                        "metric-not-there",
                        "claims[0].that",
                        "it is there for: dropout.",
                        d -> d.claims(that("plain").on("dropped").atMost(1))),
                breaks(
                        "reference-claim",
                        "claims[0].that",
                        "'ceiling' is a reference",
                        d -> d.claims(that("ceiling").beats("none").on("loss"))),
                breaks("ignored-factor", "claims[0].beats", "leave batch=2 out", d -> {
                    d.variants.add(Draft.variant("deaf", Role.CONTENDER, "", "batch"));
                    d.metrics.set(0, Draft.metric("loss", Better.LOWER, "none", "plain", "dropout", "deaf"));
                    d.claims(that("plain").beats("deaf(batch=2)").on("loss"));
                }));
    }
}
