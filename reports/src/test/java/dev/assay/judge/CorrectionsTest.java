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
import static org.assertj.core.api.Assertions.within;

import dev.assay.Effort;
import dev.assay.RandomStream;
import dev.assay.estimate.Observations;
import dev.assay.plan.Cell;
import dev.assay.plan.ClaimPlan;
import dev.assay.record.PlanHistory;
import dev.assay.record.PlanLine;
import dev.assay.record.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Several tests at once: what Holm and Benjamini–Hochberg make of them, and what so many seeds can decide. */
final class CorrectionsTest {
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
}
