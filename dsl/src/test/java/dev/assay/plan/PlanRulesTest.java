package dev.assay.plan;

import static dev.assay.dsl.Assay.that;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.assay.Better;
import dev.assay.Over;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule, shown by a sound plan that is spoilt in this one place. */
class PlanRulesTest {
    private static final List<String> IDS = List.of(
            "bad-along",
            "bad-asks",
            "bad-condition",
            "bad-id",
            "bad-level",
            "bad-log",
            "bad-name",
            "bad-never",
            "bad-over",
            "bad-question",
            "bad-side",
            "bad-title",
            "baseline-family",
            "claim-empty",
            "claim-itself",
            "claim-kind",
            "claim-margin",
            "claim-when",
            "contradicting-claim",
            "few-seeds",
            "figure-unused",
            "ignored-factor",
            "metric-not-there",
            "metric-unused",
            "never-there",
            "no-baseline",
            "no-claim",
            "no-direction",
            "no-levels",
            "no-metric",
            "no-rival",
            "no-title",
            "reference-claim",
            "repeated-claim",
            "repeated-level",
            "repeated-name",
            "timing-exact",
            "two-baselines",
            "unknown-factor",
            "unknown-level",
            "unknown-metric",
            "unknown-variant");

    /** How a plan is spoilt, and the one problem that this makes. */
    record Case(String id, String path, String words, Consumer<Draft> spoil) {
        @Override
        public String toString() {
            return id + " at '" + path + "': " + words;
        }
    }

    private static Case of(String id, String path, String words, Consumer<Draft> spoil) {
        return new Case(id, path, words, spoil);
    }

    private static Factor levels(String name, LevelType type, String... levels) {
        return new Factor(name, type, List.of(levels));
    }

    private static VariantPlan family(Role role, Factor... levels) {
        return new VariantPlan("family", "", role, "", List.of(), List.of(levels));
    }

    private static MetricPlan capped(Better better, double never) {
        return new MetricPlan("steps", "", better, "", false, never, List.of("none"));
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

    private static Stream<Case> heads() {
        return Stream.of(
                of("bad-id", "id", "'Dropout' cannot be the name of a page", d -> d.id = "Dropout"),
                of("bad-id", "id", "'a--b'", d -> d.id = "a--b"),
                of("bad-id", "id", "''", d -> d.id = ""),
                of("bad-question", "question", "question -1", d -> d.question = -1),
                of("no-title", "title", "dropout-rate has an empty title", d -> d.title = " "),
                of("bad-asks", "asks", "'It drops.' is no question", d -> d.asks = "It drops."),
                of("no-claim", "", "dropout-rate stakes no claim", d -> d.claims.clear()));
    }

    private static Stream<Case> names() {
        return Stream.of(
                of(
                        "bad-name",
                        "factors[2]",
                        "'' cannot name a factor",
                        d -> d.factors.add(levels("", LevelType.INT, "1"))),
                of(
                        "bad-name",
                        "variants[4]",
                        "'drop-out' cannot name a variant",
                        d -> d.variants.add(Draft.variant("drop-out", Role.CONTENDER))),
                of(
                        "bad-name",
                        "metrics[3]",
                        "'2nd' cannot name a metric",
                        d -> d.metrics.add(Draft.metric("2nd", Better.LOWER, "none"))),
                of(
                        "bad-name",
                        "variants[4].family[0]",
                        "' ' cannot name a level",
                        d -> d.variants.add(family(Role.CONTENDER, levels(" ", LevelType.INT, "1")))),
                of(
                        "repeated-name",
                        "factors[2]",
                        "two factors are called 'batch'",
                        d -> d.factors.add(levels("batch", LevelType.INT, "1"))),
                of(
                        "repeated-name",
                        "variants[4]",
                        "two variants are called 'plain'",
                        d -> d.variants.add(Draft.variant("plain", Role.CONTENDER))),
                of(
                        "repeated-name",
                        "metrics[3]",
                        "two metrics are called 'loss'",
                        d -> d.metrics.add(Draft.metric("loss", Better.LOWER, "none"))),
                of(
                        "repeated-name",
                        "figures[1].title",
                        "two figures are called 'Weights'",
                        d -> d.figures.add(new FigurePlan("Weights", "", "", List.of("none")))),
                of(
                        "repeated-name",
                        "variants[4].family[0]",
                        "a level 'data', which is also a factor",
                        d -> d.variants.add(family(Role.CONTENDER, levels("data", LevelType.INT, "1")))),
                of(
                        "repeated-name",
                        "variants[4].family[1]",
                        "two levels are called 'k'",
                        d -> d.variants.add(family(
                                Role.CONTENDER, levels("k", LevelType.INT, "1"), levels("k", LevelType.INT, "2")))),
                of(
                        "bad-title",
                        "figures[1].title",
                        "cannot be a caption",
                        d -> d.figures.add(new FigurePlan(" ", "", "", List.of("none")))));
    }

    private static Stream<Case> levels() {
        return Stream.of(
                of(
                        "no-levels",
                        "factors[2].levels",
                        "factor 'k' has no levels",
                        d -> d.factors.add(levels("k", LevelType.INT))),
                of(
                        "no-levels",
                        "variants[4].family[0].levels",
                        "level 'k' has no levels",
                        d -> d.variants.add(family(Role.CONTENDER, levels("k", LevelType.INT)))),
                of(
                        "bad-level",
                        "factors[2].levels[1]",
                        "level '2.5' of factor 'k' does not read as an int",
                        d -> d.factors.add(levels("k", LevelType.INT, "1", "2.5"))),
                of(
                        "bad-level",
                        "factors[2].levels[0]",
                        "does not read as a long",
                        d -> d.factors.add(levels("k", LevelType.LONG, "9223372036854775808"))),
                of(
                        "bad-level",
                        "factors[2].levels[0]",
                        "'NaN' of factor 'k' does not read as a finite double",
                        d -> d.factors.add(levels("k", LevelType.DOUBLE, "NaN"))),
                of(
                        "bad-level",
                        "factors[2].levels[0]",
                        "does not read as true or false",
                        d -> d.factors.add(levels("k", LevelType.BOOLEAN, "True"))),
                of(
                        "bad-level",
                        "factors[2].levels[0]",
                        "'' of factor 'k' does not read as a name",
                        d -> d.factors.add(levels("k", LevelType.TEXT, ""))),
                of(
                        "bad-level",
                        "factors[2].levels[0]",
                        "level 'a|b' of factor 'k' has one of the signs",
                        d -> d.factors.add(levels("k", LevelType.TEXT, "a|b"))),
                of(
                        "bad-level",
                        "factors[2].levels[0]",
                        "line break",
                        d -> d.factors.add(levels("k", LevelType.TEXT, "a\nb"))),
                of(
                        "bad-level",
                        "factors[2].levels[0]",
                        "level ' a' of factor 'k' begins or ends with a blank",
                        d -> d.factors.add(levels("k", LevelType.TEXT, " a"))),
                of(
                        "bad-level",
                        "factors[2].levels[0]",
                        "begins or ends with a blank",
                        d -> d.factors.add(levels("k", LevelType.DOUBLE, "0.1 "))),
                of(
                        "repeated-level",
                        "factors[2].levels[1]",
                        "level '1' of factor 'k' stands twice;",
                        d -> d.factors.add(levels("k", LevelType.INT, "1", "1"))),
                of(
                        "repeated-level",
                        "factors[2].levels[2]",
                        "'1e-1' of factor 'k' stands twice, once as '0.1'",
                        d -> d.factors.add(levels("k", LevelType.DOUBLE, "0.1", "1", "1e-1"))));
    }

    private static Stream<Case> variants() {
        return Stream.of(
                of(
                        "no-baseline",
                        "",
                        "dropout-rate declares 4 variants and no baseline",
                        d -> d.variants.set(0, Draft.variant("none", Role.CONTENDER))),
                of(
                        "two-baselines",
                        "variants[1]",
                        "marks none and plain as baseline",
                        d -> d.variants.set(1, Draft.variant("plain", Role.BASELINE))),
                of("baseline-family", "variants[2]", "the baseline 'dropout' is a family", d -> {
                    d.variants.set(0, Draft.variant("none", Role.CONTENDER));
                    VariantPlan dropout = d.variants.get(2);
                    d.variants.set(2, new VariantPlan("dropout", "", Role.BASELINE, "", List.of(), dropout.family()));
                }),
                of(
                        "bad-condition",
                        "variants[1].when",
                        "'batch>2' in 'batch>2' is no condition",
                        d -> d.variants.set(1, Draft.variant("plain", Role.CONTENDER, "batch>2"))),
                of(
                        "unknown-factor",
                        "variants[1].when",
                        "no factor 'bacth'. Did you mean 'batch'?",
                        d -> d.variants.set(1, Draft.variant("plain", Role.CONTENDER, "bacth=2"))),
                of(
                        "unknown-level",
                        "variants[1].when",
                        "'batch' has no level '3'",
                        d -> d.variants.set(1, Draft.variant("plain", Role.CONTENDER, "batch=2|3"))),
                of(
                        "unknown-factor",
                        "variants[1].ignores[0]",
                        "no factor 'dat'. Did you mean 'data'?",
                        d -> d.variants.set(1, Draft.variant("plain", Role.CONTENDER, "", "dat"))),
                of(
                        "never-there",
                        "variants[1].when",
                        "'plain' exists at no level, because 'batch=2, batch=8'",
                        d -> d.variants.set(1, Draft.variant("plain", Role.CONTENDER, "batch=2, batch=8"))));
    }

    private static Stream<Case> metricsFiguresPlots() {
        return Stream.of(
                of(
                        "metric-unused",
                        "metrics[3]",
                        "returns what metric 'm' is taken on",
                        d -> d.metrics.add(Draft.metric("m", Better.LOWER))),
                of(
                        "unknown-variant",
                        "metrics[3].variants[1]",
                        "no variant 'plian'. Did you mean 'plain'?",
                        d -> d.metrics.add(Draft.metric("m", Better.LOWER, "none", "plian"))),
                of(
                        "bad-never",
                        "metrics[3].never",
                        "never reached at 0.0",
                        d -> d.metrics.add(capped(Better.LOWER, 0))),
                of(
                        "bad-never",
                        "metrics[3].never",
                        "never reached at NaN",
                        d -> d.metrics.add(capped(Better.LOWER, Double.NaN))),
                of(
                        "bad-never",
                        "metrics[3].never",
                        "more of it is better",
                        d -> d.metrics.add(capped(Better.HIGHER, 10))),
                of(
                        "figure-unused",
                        "figures[1]",
                        "returns what figure 'f' is drawn from",
                        d -> d.figures.add(new FigurePlan("f", "", "", List.of()))),
                of(
                        "unknown-variant",
                        "figures[1].variants[0]",
                        "no variant 'x'",
                        d -> d.figures.add(new FigurePlan("f", "", "", List.of("x")))),
                of(
                        "bad-condition",
                        "figures[1].when",
                        "'batch' in 'batch' is no condition",
                        d -> d.figures.add(new FigurePlan("f", "", "batch", List.of("none")))),
                of(
                        "no-metric",
                        "plots[1].of",
                        "against 'batch' draws nothing",
                        d -> d.plots.add(new PlotPlan(List.of(), "batch", false))),
                of(
                        "unknown-metric",
                        "plots[1].of[1]",
                        "no metric 'los'. Did you mean 'loss'?",
                        d -> d.plots.add(new PlotPlan(List.of("loss", "los"), "batch", false))),
                of(
                        "unknown-factor",
                        "plots[1].against",
                        "level 'batch=2'. Did you mean 'batch'?",
                        d -> d.plots.add(new PlotPlan(List.of("loss"), "batch=2", false))),
                of(
                        "unknown-factor",
                        "plots[1].against",
                        "There are: batch, data, dropout.rate.",
                        d -> d.plots.add(new PlotPlan(List.of("loss"), "rate", false))),
                of("metric-not-there", "plots[1].of[0]", "metric 'dropped' cannot be taken on", d -> {
                    d.variants.add(family(Role.CONTENDER, levels("k", LevelType.INT, "1", "2")));
                    d.plots.add(new PlotPlan(List.of("dropped"), "family.k", false));
                }),
                of(
                        "bad-log",
                        "plots[1].log",
                        "'data' has levels [MOONS, CANCER]",
                        d -> d.plots.add(new PlotPlan(List.of("loss"), "data", true))),
                of("bad-log", "plots[1].log", "[0, 1], which a logarithmic axis cannot show", d -> {
                    d.factors.add(levels("k", LevelType.INT, "0", "1"));
                    d.plots.add(new PlotPlan(List.of("loss"), "k", true));
                }));
    }

    private static Stream<Case> claimWords() {
        return Stream.of(
                of(
                        "unknown-metric",
                        "claims[0].on",
                        "no metric 'lose'. Did you mean 'loss'?",
                        d -> d.claims(that("plain").beats("none").on("lose"))),
                of(
                        "unknown-factor",
                        "claims[0].when",
                        "no factor 'size'",
                        d -> d.claims(that("plain").beats("none").on("loss").at("size=2"))),
                of(
                        "unknown-level",
                        "claims[0].when",
                        "'data' has no level 'MOON'. Did you mean 'MOONS'?",
                        d -> d.claims(that("plain").beats("none").on("loss").at("data=MOON"))),
                of(
                        "bad-side",
                        "claims[0].that",
                        "'plain(' is no side of a claim",
                        d -> d.claims(that("plain(").beats("none").on("loss"))),
                of(
                        "bad-side",
                        "claims[0].beats",
                        "must name one value for 'rate'",
                        d -> d.claims(that("plain").beats("dropout(rate!=0.1)").on("loss"))),
                of(
                        "bad-side",
                        "claims[0].that",
                        "names 'rate' twice",
                        d -> d.claims(that("dropout(rate=0.1, rate=0.5)")
                                .beats("none")
                                .on("loss"))),
                of(
                        "bad-side",
                        "claims[0].that",
                        "'*' stands for every variant",
                        d -> d.claims(that("*").beats("none").on("loss"))),
                of(
                        "bad-side",
                        "claims[0].that",
                        "'*' stands for every variant",
                        d -> d.claims(that("*(batch=2)").on("loss").atMost(1))),
                of(
                        "bad-side",
                        "claims[0].matches",
                        "'*' stands for every variant",
                        d -> d.claims(that("plain").matches("*").on("loss").within(1))),
                of(
                        "unknown-variant",
                        "claims[0].matches",
                        "no variant 'nnoe'. Did you mean 'none'?",
                        d -> d.claims(that("plain").matches("nnoe").on("loss").within(1))),
                of(
                        "unknown-level",
                        "claims[0].that",
                        "'rate' has no level '0.2'",
                        d -> d.claims(that("dropout(rate=0.2)").beats("none").on("loss"))),
                of(
                        "unknown-factor",
                        "claims[0].that",
                        "variant 'dropout' has no level 'rat'",
                        d -> d.claims(that("dropout(rat=0.5)").beats("none").on("loss"))),
                of(
                        "metric-not-there",
                        "claims[0].that",
                        "it is there for: dropout.",
                        d -> d.claims(that("plain").on("dropped").atMost(1))),
                of(
                        "reference-claim",
                        "claims[0].that",
                        "'ceiling' is a reference",
                        d -> d.claims(that("ceiling").beats("none").on("loss"))),
                of("ignored-factor", "claims[0].beats", "leave batch=2 out", d -> {
                    d.variants.add(Draft.variant("deaf", Role.CONTENDER, "", "batch"));
                    d.metrics.set(0, Draft.metric("loss", Better.LOWER, "none", "plain", "dropout", "deaf"));
                    d.claims(that("plain").beats("deaf(batch=2)").on("loss"));
                }));
    }

    private static Stream<Case> claimMargins() {
        return Stream.of(
                of("claim-kind", "claims[0]", "about 'plain' on 'loss' says nothing", d -> {
                    d.claims.clear();
                    d.claims.add(claim(null, null, null, null, null, null));
                }),
                of("claim-kind", "claims[0]", "says 2 things", d -> {
                    d.claims.clear();
                    d.claims.add(claim(null, null, null, 1.0, "none", null));
                }),
                of("claim-margin", "claims[0].matches", "needs the largest difference", d -> {
                    d.claims.clear();
                    d.claims.add(claim(null, null, null, null, null, "none"));
                }),
                of(
                        "claim-margin",
                        "claims[0].within",
                        "within = -1.0",
                        d -> d.claims(that("plain").matches("none").on("loss").within(-1))),
                of("claim-margin", "claims[0].within", "within = 1.0 goes with matches", d -> {
                    d.claims.clear();
                    d.claims.add(claim(null, null, 1.0, null, "none", null));
                }),
                of(
                        "claim-margin",
                        "claims[0].by",
                        "by = 1.0 goes with beats",
                        d -> d.claims(that("plain").on("loss").atMost(2).by(1))),
                of(
                        "claim-margin",
                        "claims[0].by",
                        "not together with times",
                        d -> d.claims(
                                that("plain").beats("none").on("loss").by(1).times(2))),
                of(
                        "claim-margin",
                        "claims[0].times",
                        "times = 1.0 goes with beats and is more than 1",
                        d -> d.claims(that("plain").beats("none").on("loss").times(1))),
                of(
                        "claim-margin",
                        "claims[0].times",
                        "times = 2.0 goes with beats",
                        d -> d.claims(that("plain").on("loss").atMost(2).times(2))),
                of(
                        "claim-margin",
                        "claims[0]",
                        "the margin NaN is not a finite number",
                        d -> d.claims(that("plain").beats("none").on("loss").by(Double.NaN))),
                of(
                        "claim-margin",
                        "claims[0]",
                        "the margin Infinity is not a finite number",
                        d -> d.claims(that("plain").on("loss").atMost(Double.POSITIVE_INFINITY))),
                of(
                        "bad-along",
                        "claims[0].along",
                        "along 'data' needs at least two positive numbers",
                        d -> d.claims(that("plain").beats("none").on("loss").along("data"))),
                of(
                        "unknown-factor",
                        "claims[0].along",
                        "no factor 'rate'",
                        d -> d.claims(that("plain").beats("none").on("loss").along("rate"))),
                of(
                        "bad-along",
                        "claims[0].along",
                        "neither averaged over levels nor compared as a ratio",
                        d -> d.claims(that("plain")
                                .beats("none")
                                .on("loss")
                                .along("batch")
                                .over(Over.MEAN))),
                of(
                        "bad-along",
                        "claims[0].along",
                        "leave out over and times",
                        d -> d.claims(that("plain")
                                .beats("none")
                                .on("loss")
                                .along("batch")
                                .times(2))));
    }

    private static Stream<Case> claimMeanings() {
        return Stream.of(
                of(
                        "no-direction",
                        "claims[0].on",
                        "metric 'dropped' has no better direction",
                        d -> d.claims(that("dropout(rate=0.1)")
                                .beats("dropout(rate=0.5)")
                                .on("dropped"))),
                of(
                        "timing-exact",
                        "claims[0].on",
                        "metric 'millis' is a timing",
                        d -> d.claims(that("plain").on("millis").atMost(1))),
                of(
                        "timing-exact",
                        "claims[0].on",
                        "cannot be exact",
                        d -> d.claims(that("plain").matches("none").on("millis").within(0))),
                of("claim-empty", "claims[0]", "its sides never exist at the same levels", d -> {
                    d.variants.set(1, Draft.variant("plain", Role.CONTENDER, "batch=2"));
                    d.claims(that("plain").beats("none").on("loss").at("batch=8"));
                }),
                of("claim-empty", "claims[0]", "its side does not exist at these levels", d -> {
                    d.variants.set(1, Draft.variant("plain", Role.CONTENDER, "batch=2"));
                    d.claims(that("plain").on("loss").atMost(1).at("batch=8"));
                }),
                of(
                        "claim-itself",
                        "claims[0]",
                        "compares plain with itself",
                        d -> d.claims(that("plain").matches(" plain").on("loss").within(1))),
                of(
                        "claim-itself",
                        "claims[0]",
                        "compares dropout with itself",
                        d -> d.claims(that("dropout").beats("dropout").on("loss"))),
                of(
                        "claim-itself",
                        "claims[0]",
                        "compares plain(batch=2) with itself",
                        d -> d.claims(that("plain(batch=2)").beats("plain").on("loss"))),
                of(
                        "claim-when",
                        "claims[0].when",
                        "'batch' is fixed by each side",
                        d -> d.claims(that("plain(batch=2)")
                                .beats("none(batch=8)")
                                .on("loss")
                                .at("batch=2"))),
                of(
                        "claim-when",
                        "claims[0].when",
                        "'batch' is fixed by each side",
                        d -> d.claims(
                                that("plain(batch=2)").on("loss").atMost(1).at("batch=8"))),
                of(
                        "bad-along",
                        "claims[0].along",
                        "is only plain(batch=2, data=MOONS)",
                        d -> d.claims(that("plain")
                                .on("loss")
                                .atMost(1)
                                .along("batch")
                                .at("batch=2"))),
                of(
                        "bad-along",
                        "claims[0].along",
                        "is only none(batch=8, data=MOONS)",
                        d -> d.claims(
                                that("plain").beats("none(batch=8)").on("loss").along("batch"))),
                of("bad-along", "claims[0].along", "name a variant that does not ignore it", d -> {
                    d.variants.set(1, Draft.variant("plain", Role.CONTENDER, "", "batch"));
                    d.claims(that("plain").beats("none").on("loss").along("batch"));
                }),
                of(
                        "bad-over",
                        "claims[0].over",
                        "leaves no factor free",
                        d -> d.claims(that("plain")
                                .beats("none")
                                .on("loss")
                                .at("batch=2, data=MOONS")
                                .over(Over.MEAN))));
    }

    private static Stream<Case> claimPairs() {
        return Stream.of(
                of(
                        "repeated-claim",
                        "claims[1]",
                        "\"plain beats none on loss\" stands twice;",
                        d -> d.claims(
                                that("plain").beats("none").on("loss"),
                                that("plain").beats("none").on("loss"))),
                of(
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
                of(
                        "repeated-claim",
                        "claims[1]",
                        "once as \"plain beats none on loss by 0\"",
                        d -> d.claims(
                                that("plain").beats("none").on("loss").by(0),
                                that("plain").beats("none").on("loss"))),
                of(
                        "repeated-claim",
                        "claims[1]",
                        "once as \"plain beats none on loss when data=MOONS\"",
                        d -> d.claims(
                                that("plain").beats("none").on("loss").at("data=MOONS"),
                                that("plain").beats("none").on("loss").at("data!=CANCER"))),
                of(
                        "contradicting-claim",
                        "claims[1]",
                        "\"plain beats none on loss\" and \"none beats plain on loss when batch=8\" cannot both hold "
                                + "at none(batch=8, data=MOONS)",
                        d -> d.claims(
                                that("plain").beats("none").on("loss"),
                                that("none").beats("plain").on("loss").at("batch=8"))),
                of(
                        "contradicting-claim",
                        "claims[1]",
                        "times 2",
                        d -> d.claims(
                                that("plain").beats("none").on("loss").times(2),
                                that("none").beats("plain").on("loss").times(2))),
                of(
                        "contradicting-claim",
                        "claims[1]",
                        "within 0.1",
                        d -> d.claims(
                                that("plain").beats("none").on("loss").by(0.1),
                                that("none").matches("plain").on("loss").within(0.1))),
                of(
                        "contradicting-claim",
                        "claims[1]",
                        "at least 2",
                        d -> d.claims(
                                that("*").on("loss").atMost(1),
                                that("plain").on("loss").atLeast(2).at("batch=2"))),
                of(
                        "contradicting-claim",
                        "claims[1]",
                        "the slope of loss",
                        d -> d.claims(
                                that("plain").beats("none").on("loss").along("batch"),
                                that("none").beats("plain").on("loss").along("batch"))));
    }

    private static Stream<Case> seeds() {
        return Stream.of(
                of("few-seeds", "seeds.smoke", "runs 0 seeds for a smoke test", d -> d.seeds = new Seeds(0, 10, 20)),
                of(
                        "few-seeds",
                        "seeds.quick",
                        "runs 1 seed; a spread needs at least 2",
                        d -> d.seeds = new Seeds(2, 1, 20)),
                of("few-seeds", "seeds.full", "runs 0 seeds;", d -> d.seeds = new Seeds(2, 10, 0)),
                of(
                        "few-seeds",
                        "seeds.quick",
                        "stakes 1 comparison on 5 seeds, with which no test can reach " + "p = 0.05; run at least 6.",
                        d -> d.seeds = new Seeds(2, 5, 20)),
                of(
                        "few-seeds",
                        "seeds.quick",
                        "stakes 6 comparisons on 7 seeds, with which no test can reach "
                                + "p = 0.05/6; run at least 8.",
                        d -> {
                            d.seeds = new Seeds(2, 7, 20);
                            d.claims(that("plain").beats("none").on("loss"));
                        }));
    }

    static Stream<Case> cases() {
        return Stream.of(
                        heads(),
                        names(),
                        levels(),
                        variants(),
                        metricsFiguresPlots(),
                        claimWords(),
                        claimMargins(),
                        claimMeanings(),
                        claimPairs(),
                        seeds(),
                        rivals())
                .flatMap(cases -> cases);
    }

    private static Stream<Case> rivals() {
        return Stream.of(
                of("no-rival", "", "no variant beside its baseline and references", d -> {
                    d.variants.subList(1, 3).clear();
                    clearBelow(d);
                    d.claims(that("none").on("loss").atMost(1));
                }),
                of("no-rival", "", "declares 1 variant;", d -> {
                    d.variants.subList(1, 4).clear();
                    clearBelow(d);
                    d.claims(that("none").on("loss").atMost(1));
                }));
    }

    private static void clearBelow(Draft draft) {
        draft.metrics.clear();
        draft.metrics.add(Draft.metric("loss", Better.LOWER, "none"));
        draft.figures.clear();
        draft.plots.clear();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesTheOneMistake(Case mistake) {
        Draft draft = Draft.sound();
        mistake.spoil().accept(draft);

        List<Problem> problems = PlanRules.check(draft.plan());

        assertThat(problems).hasSize(1);
        Problem problem = problems.get(0);
        assertThat(problem.id()).isEqualTo(mistake.id());
        assertThat(problem.path()).isEqualTo(mistake.path());
        assertThat(problem.message()).contains(mistake.words()).endsWith(".");
        assertThat(problem).hasToString("[assay:" + mistake.id() + "] " + problem.message());
    }

    @Test
    void everyRuleHasACase() {
        assertThat(cases().map(Case::id).distinct().sorted()).isEqualTo(IDS);
    }

    @Test
    void asksForMetricsAndClaimsWhereThereIsNeither() {
        Draft draft = Draft.sound();
        draft.metrics.clear();
        draft.plots.clear();
        draft.claims.clear();

        assertThat(PlanRules.check(draft.plan())).extracting(Problem::id).containsExactly("no-metric", "no-claim");
    }

    @Test
    void asksForVariantsWhereThereAreNone() {
        Draft draft = Draft.sound();
        draft.variants.clear();
        draft.metrics.clear();
        draft.figures.clear();
        draft.plots.clear();
        draft.claims.clear();

        assertThat(PlanRules.check(draft.plan()))
                .extracting(Problem::id)
                .containsExactly("no-rival", "no-metric", "no-claim");
    }

    @Test
    void findsNothingWrongWithASoundPlan() {
        assertThat(PlanRules.check(Draft.sound().plan())).isEmpty();
    }

    @Test
    void findsNothingWrongWithEachSoundKindOfClaim() {
        Draft draft = Draft.sound()
                .claims(
                        that("plain").beats("none").on("loss").by(-0.02),
                        that("none").beats("plain").on("loss").by(-0.02), // together: they match
                        that("plain").matches("none").on("loss").within(0.05),
                        that("dropout(rate=0.1)")
                                .beats("plain")
                                .on("millis")
                                .times(1.5)
                                .at("data=MOONS"),
                        that("plain").matches("none").on("loss").within(0).at("batch=2, data=MOONS"),
                        that("*").on("loss").atLeast(0),
                        that("plain").on("loss").atMost(3),
                        that("plain").on("loss").atMost(3).over(Over.MEAN),
                        that("plain").on("millis").atMost(1.2).along("batch"),
                        that("plain").beats("none").on("millis").along("batch"),
                        that("plain").beats("none").on("millis").over(Over.MEAN),
                        that("plain(batch=2)").beats("plain").on("loss").at("batch!=2"),
                        that("plain").matches("ceiling").on("loss").within(0.1),
                        that("ceiling").on("loss").atMost(0.5),
                        that("dropout").on("dropped").atMost(1));
        draft.seeds = new Seeds(2, 11, 20); // 34 comparisons

        assertThat(PlanRules.check(draft.plan())).isEmpty();
    }

    @Test
    void listsEveryMistakeInTheOrderOfThePlan() {
        Draft draft = Draft.sound();
        draft.id = "?";
        draft.factors.add(levels("k", LevelType.INT, "x"));
        draft.variants.set(1, Draft.variant("plain", Role.CONTENDER, "what?"));
        draft.metrics.add(Draft.metric("m", Better.LOWER));
        draft.plots.add(new PlotPlan(List.of("loss"), "nothing", false));
        draft.claim(
                that("nobody").beats("none").on("loss"),
                that("plain").beats("none").on("dropped"));
        draft.seeds = new Seeds(2, 1, 20);

        assertThat(PlanRules.check(draft.plan()))
                .extracting(Problem::id)
                .containsExactly(
                        "bad-id",
                        "bad-level",
                        "bad-condition",
                        "metric-unused",
                        "unknown-factor",
                        "unknown-variant",
                        "metric-not-there",
                        "metric-not-there",
                        "few-seeds");
    }

    @Test
    void neverThrowsWhateverTwoThingsAreWrong() {
        List<Case> all = cases().toList();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i % 11; j < all.size(); j += 11) {
                Draft draft = Draft.sound();
                try {
                    all.get(i).spoil().accept(draft);
                    all.get(j).spoil().accept(draft);
                } catch (IndexOutOfBoundsException gone) {
                    continue; // the first took away what the second spoils
                }
                Plan plan = draft.plan();

                assertThatCode(() -> PlanRules.check(plan))
                        .as("%s and %s", all.get(i), all.get(j))
                        .doesNotThrowAnyException();
            }
        }
    }
}
