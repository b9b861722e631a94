package dev.assay.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.Better;
import dev.assay.Effort;
import dev.assay.Over;
import dev.assay.RandomStream;
import dev.assay.estimate.Contrast;
import dev.assay.estimate.Observations;
import dev.assay.estimate.Scale;
import dev.assay.plan.Cell;
import dev.assay.plan.ClaimPlan;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Plan;
import dev.assay.plan.Role;
import dev.assay.plan.Seeds;
import dev.assay.plan.VariantPlan;
import dev.assay.record.LedgerLine;
import dev.assay.record.PlanHistory;
import dev.assay.record.PlanLine;
import dev.assay.record.Provenance;
import dev.assay.record.Status;
import dev.assay.record.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class JudgeTest {
    private static final double[] NOISE = {0.3, -0.1, 0.2, 0, -0.3, 0.1, -0.2, 0.25, -0.25, 0};

    private static ClaimPlan beats(@Nullable Double by, @Nullable Double times) {
        return new ClaimPlan("new", "old", null, "loss", "", by, times, null, null, null, null, Over.EACH);
    }

    private static ClaimPlan matches(double within) {
        return new ClaimPlan("new", null, "old", "loss", "", null, null, within, null, null, null, Over.EACH);
    }

    private static ClaimPlan atMost(double bound) {
        return new ClaimPlan("new", null, null, "loss", "", null, null, null, bound, null, null, Over.EACH);
    }

    private static PlanLine line(Effort effort, int seeds, @Nullable Double never, ClaimPlan... claims) {
        Plan plan = new Plan(
                "demo",
                0,
                "Demo",
                "Is it?",
                "",
                "",
                Seeds.DEFAULT,
                List.of(),
                List.of(
                        new VariantPlan("old", "", Role.BASELINE, "", List.of(), List.of()),
                        new VariantPlan("new", "", Role.CONTENDER, "", List.of(), List.of())),
                List.of(new MetricPlan("loss", "", Better.LOWER, "", false, never, List.of("old", "new"))),
                List.of(),
                List.of(),
                List.of(claims));
        return new PlanLine(
                LedgerLine.FORMAT,
                "demo",
                effort,
                "MXNet",
                seeds,
                new Provenance("", Map.of(), Map.of(), Map.of(), "", 1),
                plan,
                "");
    }

    static TrialRecord trial(Cell cell, int seed, double value, Effort effort) {
        return new TrialRecord(
                LedgerLine.FORMAT,
                "demo",
                cell.variant(),
                cell.levels(),
                seed,
                Status.OK,
                Map.of("loss", value),
                List.of(),
                List.of(),
                null,
                1,
                effort,
                "MXNet");
    }

    private static Evidence judged(
            Effort effort,
            int seeds,
            @Nullable Double never,
            IntToDoubleFunction that,
            IntToDoubleFunction other,
            ClaimPlan claim) {
        PlanLine line = line(effort, seeds, never, claim);
        List<TrialRecord> trials = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            trials.add(trial(new Cell("new", Map.of()), seed, that.applyAsDouble(seed), effort));
            trials.add(trial(new Cell("old", Map.of()), seed, other.applyAsDouble(seed), effort));
        }
        return Judge.claims(Observations.of(line, trials), effort)
                .get(0)
                .evidence()
                .get(0);
    }

    private static Evidence judged(IntToDoubleFunction that, ClaimPlan claim) {
        return judged(Effort.QUICK, 10, null, that, seed -> 5 + NOISE[seed], claim);
    }

    private static Contrast contrast(Evidence evidence) {
        return Objects.requireNonNull(evidence.contrast(), "two sides were compared");
    }

    @Test
    void supportsAClearDifferenceAndRefutesItsOpposite() {
        Evidence better = judged(seed -> 3 - NOISE[seed], beats(null, null));
        assertThat(better.verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(contrast(better).moments().mean()).isCloseTo(2, within(1e-12)); // lower is better: 5 − 3
        assertThat(better.p()).isEqualTo(2 / 1024.0);
        Evidence worse = judged(seed -> 7 - NOISE[seed], beats(null, null));
        assertThat(worse.verdict()).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void asksTheWholeIntervalToClearTheMargin() {
        assertThat(judged(seed -> 3 - NOISE[seed], beats(1.0, null)).verdict()).isEqualTo(Verdict.SUPPORTED);
        Evidence near = judged(seed -> 3 - NOISE[seed], beats(1.9, null));
        assertThat(near.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(near.seedsNeeded()).isGreaterThan(10);
        assertThat(near.because()).contains("would take about " + near.seedsNeeded() + " seeds");
        assertThat(judged(seed -> 3 - NOISE[seed], beats(3.0, null)).verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(judged(seed -> 5.5 + NOISE[seed], beats(-1.0, null)).verdict())
                .isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void cannotTellHowManySeedsAnEffectOfNothingWouldNeed() {
        Evidence none = judged(seed -> 5 - NOISE[seed], beats(null, null));
        assertThat(none.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(none.seedsNeeded()).isZero();
        assertThat(none.because()).contains("cannot be told");
    }

    @Test
    void knowsThatFiveSeedsCannotDecide() {
        Evidence five = judged(Effort.QUICK, 5, null, seed -> 1, seed -> 5, beats(null, null));
        assertThat(five.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(five.p()).isEqualTo(0.0625);
        assertThat(five.seedsNeeded()).isEqualTo(6); // 2 / 2^6 = .03125 is the first below .05
    }

    @Test
    void comparesRatiosOnLogarithms() {
        Evidence half = judged(seed -> (5 + NOISE[seed]) / 2.5 * Math.exp(0.01 * NOISE[seed]), beats(null, 2.0));
        assertThat(half.verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(contrast(half).scale()).isEqualTo(Scale.LOG);
        assertThat(Math.exp(contrast(half).moments().mean())).isCloseTo(2.5, within(1e-3));
        assertThat(judged(seed -> 5 + NOISE[seed] / 2, beats(null, 2.0)).verdict())
                .isEqualTo(Verdict.REFUTED);
        Evidence zero = judged(seed -> seed == 4 ? 0 : 1, beats(null, 2.0));
        assertThat(zero.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(zero.because()).contains("positive");
    }

    @Test
    void findsEqualityInsideTheMarginOnly() {
        assertThat(judged(seed -> 5 + 0.9 * NOISE[seed], matches(0.1)).verdict())
                .isEqualTo(Verdict.SUPPORTED);
        assertThat(judged(seed -> 5 - NOISE[seed], matches(0.1)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged(seed -> 6 + 0.9 * NOISE[seed], matches(0.1)).verdict())
                .isEqualTo(Verdict.REFUTED);
        assertThat(judged(seed -> 5 + NOISE[seed], matches(0)).verdict()).isEqualTo(Verdict.SUPPORTED);
        Evidence off = judged(seed -> 5 + NOISE[seed] + (seed == 7 ? 1e-9 : 0), matches(0));
        assertThat(off.verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(off.violations()).isEqualTo(1);
        assertThat(off.p()).isNaN();
    }

    @Test
    void asksABoundToHoldAtEverySeed() {
        assertThat(judged(seed -> 0.1 * seed, atMost(0.9)).verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(judged(seed -> 0.1 * seed, atMost(0.89)).verdict()).isEqualTo(Verdict.REFUTED);
        Evidence infinite = judged(seed -> seed == 0 ? Double.POSITIVE_INFINITY : 0, atMost(1));
        assertThat(infinite.verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(infinite.because()).contains("∞");
    }

    @Test
    void judgesNothingWhereTooManyTrialsAreMissing() {
        Evidence two = judged(seed -> seed < 2 ? Double.NaN : 1 + NOISE[seed], beats(null, null));
        assertThat(two.verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(two.missing()).isEqualTo(2);
        Evidence three = judged(seed -> seed < 3 ? Double.NaN : 1 + NOISE[seed], beats(null, null));
        assertThat(three.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judged(Effort.QUICK, 1, null, seed -> 1, seed -> 2, beats(null, null))
                        .verdict())
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void judgesNoSmokeRun() {
        assertThat(judged(Effort.SMOKE, 10, null, seed -> 1, seed -> 5, beats(null, null))
                        .verdict())
                .isEqualTo(Verdict.NOT_JUDGED);
    }

    @Test
    void comparesCensoredValuesByRankWhereverTheCapLies() {
        IntToDoubleFunction reached = seed -> 10 + seed;
        Evidence capped = judged(Effort.QUICK, 10, 50.0, reached, seed -> seed < 8 ? 50 : 30, beats(null, null));
        Evidence infinite = judged(
                Effort.QUICK, 10, 50.0, reached, seed -> seed < 8 ? Double.POSITIVE_INFINITY : 30, beats(null, null));
        assertThat(capped.verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(contrast(capped).scale()).isEqualTo(Scale.RANK);
        assertThat(infinite.contrast()).isEqualTo(capped.contrast());
    }

    @Test
    void dependsNeitherOnTheOrderOfRecordsNorOnTheSideNamedFirst() {
        IntToDoubleFunction values = seed -> 5.2 + NOISE[9 - seed];
        Evidence forward = judged(values, beats(null, null));
        ClaimPlan reversed =
                new ClaimPlan("old", "new", null, "loss", "", null, null, null, null, null, null, Over.EACH);
        Evidence backward = judged(values, reversed);
        assertThat(contrast(backward).moments().mean())
                .isCloseTo(-contrast(forward).moments().mean(), within(1e-15));
        assertThat(backward.p()).isEqualTo(forward.p());

        PlanLine line = line(Effort.QUICK, 10, null, beats(null, null));
        List<TrialRecord> trials = new ArrayList<>();
        for (int seed = 0; seed < 10; seed++) {
            trials.add(trial(new Cell("new", Map.of()), seed, values.applyAsDouble(seed), Effort.QUICK));
            trials.add(trial(new Cell("old", Map.of()), seed, 5 + NOISE[seed], Effort.QUICK));
        }
        List<Judgement> sorted = Judge.claims(Observations.of(line, trials), Effort.QUICK);
        List<Judgement> shuffled =
                Judge.claims(Observations.of(line, RandomStream.of(3).shuffled(trials)), Effort.QUICK);
        assertThat(shuffled).isEqualTo(sorted);
    }

    @Test
    void correctsAllTestsOfAnExperimentTogether() {
        PlanLine line = line(Effort.QUICK, 10, null, beats(null, null), beats(1.0, null), atMost(9));
        List<TrialRecord> trials = new ArrayList<>();
        for (int seed = 0; seed < 10; seed++) {
            trials.add(trial(new Cell("new", Map.of()), seed, 2, Effort.QUICK));
            trials.add(trial(new Cell("old", Map.of()), seed, 5 + NOISE[seed], Effort.QUICK));
        }
        List<Judgement> judgements = Judge.claims(Observations.of(line, trials), Effort.QUICK);
        assertThat(judgements.get(0).evidence().get(0).corrected()).isEqualTo(4 / 1024.0);
        assertThat(judgements.get(1).evidence().get(0).corrected()).isEqualTo(4 / 1024.0);
        assertThat(judgements.get(2).evidence().get(0).corrected()).isNaN();
    }

    @Test
    void errsOnAClaimOfNothingNoMoreOftenThanItSays() {
        RandomStream random = RandomStream.of(77);
        int decided = 0;
        int runs = 400;
        for (int run = 0; run < runs; run++) {
            double[] that = random.gaussians(10);
            double[] other = random.gaussians(10);
            Verdict verdict = judged(Effort.QUICK, 10, null, seed -> that[seed], seed -> other[seed], beats(null, null))
                    .verdict();
            decided += verdict == Verdict.INCONCLUSIVE ? 0 : 1;
        }
        assertThat((double) decided / runs).isLessThanOrEqualTo(0.05 + 4 * Math.sqrt(0.05 * 0.95 / runs));
    }

    @Test
    void refutesEqualityByACorrectedTestOnly() {
        // The mean lies 1 beyond the margin and the interval with it, but 5 seeds allow no p below .0625.
        Evidence five = judged(Effort.QUICK, 5, null, seed -> 6.1 + NOISE[seed] / 10, seed -> 5, matches(0.1));
        assertThat(contrast(five).interval().isBelow(-0.1)).isTrue();
        assertThat(five.p()).isEqualTo(0.0625);
        assertThat(five.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        Evidence ten = judged(seed -> 6.1 + NOISE[seed] / 10, matches(0.1));
        assertThat(ten.p()).isEqualTo(2 / 1024.0);
        assertThat(ten.verdict()).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void testsEqualityAsScipyDoes() {
        double[] differences = {0.3, -0.1, 0.2, 0, -0.3, 0.1, -0.2, 0.25, -0.25, 0.1};
        Evidence evidence = judged(Effort.QUICK, 10, null, seed -> 5 + differences[seed], seed -> 5, matches(0.25));
        // SciPy 1.17.1: the larger of ttest_1samp(d, −.25, 'greater') and ttest_1samp(d, .25, 'less').
        assertThat(evidence.p()).isCloseTo(0.0031639575, within(1e-9));
        assertThat(evidence.verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(evidence.confidence()).isCloseTo(0.9, within(1e-12));
    }

    @Test
    void saysWhenTheSeedsCannotDecide() {
        Evidence five = judged(Effort.QUICK, 5, null, seed -> 1 + NOISE[seed], seed -> 5, beats(null, null));
        assertThat(five.attainable()).isEqualTo(0.0625);
        assertThat(five.because())
                .contains("5 seeds cannot decide this: were all in favour, the corrected p would be .0625");
        Evidence ten = judged(seed -> 5 - NOISE[seed], beats(null, null));
        assertThat(ten.attainable()).isEqualTo(2 / 1024.0);
        assertThat(ten.because()).doesNotContain("cannot decide");
    }

    @Test
    void countsTheOtherTestsIntoWhatTheSeedsCanDecide() {
        // Seven seeds reach .0156 alone, and .0469 or .0625 as the smallest of three or four.
        for (int tests = 3; tests <= 4; tests++) {
            ClaimPlan[] claims = new ClaimPlan[tests];
            for (int i = 0; i < tests; i++) {
                claims[i] = beats(i / 100.0, null);
            }
            PlanLine line = line(Effort.QUICK, 7, null, claims);
            List<TrialRecord> trials = new ArrayList<>();
            for (int seed = 0; seed < 7; seed++) {
                trials.add(trial(new Cell("new", Map.of()), seed, 5 - NOISE[seed], Effort.QUICK));
                trials.add(trial(new Cell("old", Map.of()), seed, 5 + NOISE[seed], Effort.QUICK));
            }
            List<Judgement> judgements = Judge.claims(Observations.of(line, trials), Effort.QUICK);
            assertThat(judgements)
                    .extracting(judgement -> judgement.evidence().get(0).attainable())
                    .containsOnly(tests / 64.0);
        }
    }

    @Test
    void marksAClaimThatWasMadeAfterTheFirstTrial() {
        PlanLine line = line(Effort.QUICK, 10, null, beats(null, null), beats(1.0, null));
        List<TrialRecord> trials = new ArrayList<>();
        for (int seed = 0; seed < 10; seed++) {
            trials.add(trial(new Cell("new", Map.of()), seed, 2, Effort.QUICK));
            trials.add(trial(new Cell("old", Map.of()), seed, 5 + NOISE[seed], Effort.QUICK));
        }
        PlanHistory history = new PlanHistory(Set.of(beats(1.0, null).sentence()), List.of());
        List<Judgement> judgements = Judge.claims(Observations.of(line, history, trials), Effort.QUICK);
        assertThat(judgements).extracting(Judgement::exploratory).containsExactly(true, false);
        assertThat(Judge.claims(Observations.of(line, trials), Effort.QUICK))
                .extracting(Judgement::exploratory)
                .containsOnly(false);
    }

    private static List<Judgement> of(Map<String, List<Judgement>> suite, String experiment) {
        return Objects.requireNonNull(suite.get(experiment), experiment);
    }

    @Test
    void correctsAcrossExperimentsBesideTheVerdicts() {
        PlanLine line = line(Effort.QUICK, 10, null, beats(null, null), atMost(9));
        List<Judgement> clear = new ArrayList<>();
        List<Judgement> open = new ArrayList<>();
        for (int which = 0; which < 2; which++) {
            List<TrialRecord> trials = new ArrayList<>();
            for (int seed = 0; seed < 10; seed++) {
                trials.add(
                        trial(new Cell("new", Map.of()), seed, (which == 0 ? 2 : 4.9) + NOISE[9 - seed], Effort.QUICK));
                trials.add(trial(new Cell("old", Map.of()), seed, 5 + NOISE[seed], Effort.QUICK));
            }
            (which == 0 ? clear : open).addAll(Judge.claims(Observations.of(line, trials), Effort.QUICK));
        }
        Map<String, List<Judgement>> suite = FalseDiscovery.across(Map.of("clear", clear, "open", open));
        double raw = open.get(0).evidence().get(0).p();
        assertThat(of(suite, "clear").get(0).evidence().get(0).falseDiscovery()).isEqualTo(4 / 1024.0);
        assertThat(of(suite, "open").get(0).evidence().get(0).falseDiscovery()).isEqualTo(raw);
        assertThat(of(suite, "open").get(1).evidence().get(0).falseDiscovery()).isNaN();
        assertThat(of(suite, "clear").get(0).verdict()).isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void refusesToPoolTwoEfforts() {
        PlanLine line = line(Effort.QUICK, 10, null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Observations.of(line, List.of(trial(new Cell("new", Map.of()), 3, 1, Effort.FULL))))
                .withMessageContaining("demo/new/3")
                .withMessageContaining("FULL");
    }
}
