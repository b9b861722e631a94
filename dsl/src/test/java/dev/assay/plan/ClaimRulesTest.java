package dev.assay.plan;

import static dev.assay.dsl.Assay.that;
import static dev.assay.plan.RuleCase.breaks;

import dev.assay.Over;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A claim says one thing, with the margin that it needs, of cells that exist. */
class ClaimRulesTest {
    @ParameterizedTest
    @MethodSource("cases")
    void namesTheOneMistake(RuleCase mistake) {
        mistake.check();
    }

    static Stream<RuleCase> cases() {
        return Stream.of(claimMargins(), claimMeanings()).flatMap(cases -> cases);
    }

    private static ClaimPlan claim(
            @Nullable Double by,
            @Nullable Double times,
            @Nullable Double within,
            @Nullable Double atMost,
            @Nullable String beats,
            @Nullable String matches) {
        return new ClaimPlan("plain", beats, matches, "loss", "", by, times, within, atMost, null, null, Over.EACH);
    }

    private static Stream<RuleCase> claimMargins() {
        return Stream.of(
                breaks("claim-kind", "claims[0]", "about 'plain' on 'loss' says nothing", d -> {
                    d.claims.clear();
                    d.claims.add(claim(null, null, null, null, null, null));
                }),
                breaks("claim-kind", "claims[0]", "says 2 things", d -> {
                    d.claims.clear();
                    d.claims.add(claim(null, null, null, 1.0, "none", null));
                }),
                breaks("claim-margin", "claims[0].matches", "needs the largest difference", d -> {
                    d.claims.clear();
                    d.claims.add(claim(null, null, null, null, null, "none"));
                }),
                breaks(
                        "claim-margin",
                        "claims[0].within",
                        "within = -1.0",
                        d -> d.claims(that("plain").matches("none").on("loss").within(-1))),
                breaks("claim-margin", "claims[0].within", "within = 1.0 goes with matches", d -> {
                    d.claims.clear();
                    d.claims.add(claim(null, null, 1.0, null, "none", null));
                }),
                breaks(
                        "claim-margin",
                        "claims[0].by",
                        "by = 1.0 goes with beats",
                        d -> d.claims(that("plain").on("loss").atMost(2).by(1))),
                breaks(
                        "claim-margin",
                        "claims[0].by",
                        "not together with times",
                        d -> d.claims(
                                that("plain").beats("none").on("loss").by(1).times(2))),
                breaks(
                        "claim-margin",
                        "claims[0].times",
                        "times = 1.0 goes with beats and is more than 1",
                        d -> d.claims(that("plain").beats("none").on("loss").times(1))),
                breaks(
                        "claim-margin",
                        "claims[0].times",
                        "times = 2.0 goes with beats",
                        d -> d.claims(that("plain").on("loss").atMost(2).times(2))),
                breaks(
                        "claim-margin",
                        "claims[0]",
                        "the margin NaN is not a finite number",
                        d -> d.claims(that("plain").beats("none").on("loss").by(Double.NaN))),
                breaks(
                        "claim-margin",
                        "claims[0]",
                        "the margin Infinity is not a finite number",
                        d -> d.claims(that("plain").on("loss").atMost(Double.POSITIVE_INFINITY))),
                breaks(
                        "bad-along",
                        "claims[0].along",
                        "along 'data' needs at least two positive numbers",
                        d -> d.claims(that("plain").beats("none").on("loss").along("data"))),
                breaks(
                        "unknown-factor",
                        "claims[0].along",
                        "no factor 'rate'",
                        d -> d.claims(that("plain").beats("none").on("loss").along("rate"))),
                breaks(
                        "bad-along",
                        "claims[0].along",
                        "neither averaged over levels nor compared as a ratio",
                        d -> d.claims(that("plain")
                                .beats("none")
                                .on("loss")
                                .along("batch")
                                .over(Over.MEAN))),
                breaks(
                        "bad-along",
                        "claims[0].along",
                        "leave out over and times",
                        d -> d.claims(that("plain")
                                .beats("none")
                                .on("loss")
                                .along("batch")
                                .times(2))));
    }

    private static Stream<RuleCase> claimMeanings() {
        return Stream.of(
                breaks(
                        "no-direction",
                        "claims[0].on",
                        "metric 'dropped' has no better direction",
                        d -> d.claims(that("dropout(rate=0.1)")
                                .beats("dropout(rate=0.5)")
                                .on("dropped"))),
                breaks(
                        "timing-exact",
                        "claims[0].on",
                        "metric 'millis' is a timing",
                        d -> d.claims(that("plain").on("millis").atMost(1))),
                breaks(
                        "timing-exact",
                        "claims[0].on",
                        "cannot be exact",
                        d -> d.claims(that("plain").matches("none").on("millis").within(0))),
                breaks("claim-empty", "claims[0]", "its sides never exist at the same levels", d -> {
                    d.variants.set(1, Draft.variant("plain", Role.CONTENDER, "batch=2"));
                    d.claims(that("plain").beats("none").on("loss").at("batch=8"));
                }),
                breaks("claim-empty", "claims[0]", "its side does not exist at these levels", d -> {
                    d.variants.set(1, Draft.variant("plain", Role.CONTENDER, "batch=2"));
                    d.claims(that("plain").on("loss").atMost(1).at("batch=8"));
                }),
                breaks(
                        "claim-itself",
                        "claims[0]",
                        "compares plain with itself",
                        d -> d.claims(that("plain").matches(" plain").on("loss").within(1))),
                breaks(
                        "claim-itself",
                        "claims[0]",
                        "compares dropout with itself",
                        d -> d.claims(that("dropout").beats("dropout").on("loss"))),
                breaks(
                        "claim-itself",
                        "claims[0]",
                        "compares plain(batch=2) with itself",
                        d -> d.claims(that("plain(batch=2)").beats("plain").on("loss"))),
                breaks(
                        "claim-when",
                        "claims[0].when",
                        "'batch' is fixed by each side",
                        d -> d.claims(that("plain(batch=2)")
                                .beats("none(batch=8)")
                                .on("loss")
                                .at("batch=2"))),
                breaks(
                        "claim-when",
                        "claims[0].when",
                        "'batch' is fixed by each side",
                        d -> d.claims(
                                that("plain(batch=2)").on("loss").atMost(1).at("batch=8"))),
                breaks(
                        "bad-along",
                        "claims[0].along",
                        "is only plain(batch=2, data=MOONS)",
                        d -> d.claims(that("plain")
                                .on("loss")
                                .atMost(1)
                                .along("batch")
                                .at("batch=2"))),
                breaks(
                        "bad-along",
                        "claims[0].along",
                        "is only none(batch=8, data=MOONS)",
                        d -> d.claims(
                                that("plain").beats("none(batch=8)").on("loss").along("batch"))),
                breaks("bad-along", "claims[0].along", "name a variant that does not ignore it", d -> {
                    d.variants.set(1, Draft.variant("plain", Role.CONTENDER, "", "batch"));
                    d.claims(that("plain").beats("none").on("loss").along("batch"));
                }),
                breaks(
                        "bad-over",
                        "claims[0].over",
                        "leaves no factor free",
                        d -> d.claims(that("plain")
                                .beats("none")
                                .on("loss")
                                .at("batch=2, data=MOONS")
                                .over(Over.MEAN))));
    }
}
