package dev.assay.judge;

import static dev.assay.judge.Duel.NOISE;
import static dev.assay.judge.Duel.atMost;
import static dev.assay.judge.Duel.beats;
import static dev.assay.judge.Duel.contrast;
import static dev.assay.judge.Duel.judged;
import static dev.assay.judge.Duel.line;
import static dev.assay.judge.Duel.matches;
import static dev.assay.judge.Duel.trial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.Effort;
import dev.assay.Over;
import dev.assay.RandomStream;
import dev.assay.estimate.Observations;
import dev.assay.estimate.Scale;
import dev.assay.plan.Cell;
import dev.assay.plan.ClaimPlan;
import dev.assay.record.PlanLine;
import dev.assay.record.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The verdict on one comparison. */
final class JudgeTest {
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
    void refusesToPoolTwoEfforts() {
        PlanLine line = line(Effort.QUICK, 10, null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Observations.of(line, List.of(trial(new Cell("new", Map.of()), 3, 1, Effort.FULL))))
                .withMessageContaining("demo/new/3")
                .withMessageContaining("FULL");
    }
}
