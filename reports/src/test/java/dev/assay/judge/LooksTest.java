package dev.assay.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.Better;
import dev.assay.Effort;
import dev.assay.Over;
import dev.assay.RandomStream;
import dev.assay.estimate.Observations;
import dev.assay.estimate.SignFlip;
import dev.assay.plan.Cell;
import dev.assay.plan.ClaimPlan;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Plan;
import dev.assay.plan.Role;
import dev.assay.plan.Seeds;
import dev.assay.plan.VariantPlan;
import dev.assay.record.LedgerLine;
import dev.assay.record.PlanLine;
import dev.assay.record.Provenance;
import dev.assay.record.TrialRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Runs until claims are decided: what they may spend, how often they err, and how much they find. */
final class LooksTest {
    private static final List<Integer> FROM_FIVE = List.of(5, 10, 15, 20, 25, 30);
    private static final List<Integer> FROM_TEN = List.of(10, 15, 20, 25, 30);

    /** Differences that are symmetric around 0, as the null hypothesis of the sign-flip test has them. */
    private record Null(String name, long key, ToDoubleFunction<RandomStream> draw) {}

    private static final List<Null> NULLS = List.of(
            new Null("normal", 30, RandomStream::nextGaussian),
            new Null("Cauchy", 31, random -> Math.tan(Math.PI * (random.nextDouble() - 0.5))),
            // Either sign of a size whose logarithm is normal: a few pairs outweigh all others.
            new Null("log-normal", 32, random -> (random.nextBoolean() ? 1 : -1) * Math.exp(2 * random.nextGaussian())),
            new Null("ties", 33, random -> random.nextInt(2) * (random.nextInt(3) - 1)));

    @Test
    void spendsTheWholeErrorByTheLastLookAndNothingWhereNothingCanBeDecided() {
        List<Look> looks = Looks.planned(FROM_FIVE, 1);
        // (n/30)²; at 5 seeds p cannot go below .0625.
        assertThat(looks.get(0).share()).isZero();
        assertThat(looks.get(1).share()).isCloseTo(1 / 9.0, within(1e-12));
        assertThat(looks.get(2).share()).isCloseTo(1 / 4.0 - 1 / 9.0, within(1e-12));
        for (int tests = 1; tests <= 50; tests++) {
            assertThat(Looks.planned(FROM_TEN, tests).stream()
                            .mapToDouble(Look::share)
                            .sum())
                    .isCloseTo(1, within(1e-12));
        }
        // Twelve tests need p ≤ .05/12 · share, and 10 seeds allow .00195: what is not spent there goes to 15 seeds.
        List<Look> twelve = Looks.planned(FROM_TEN, 12);
        assertThat(twelve.get(0).share()).isZero();
        assertThat(twelve.get(1).share()).isCloseTo(1 / 4.0, within(1e-12));
    }

    private static final int RUNS = 1_500;

    /** In how many runs a look finds something, each of 30 differences drawn with a stream of its own. */
    private static long found(Null distribution, List<Look> looks, Finds finds) {
        return IntStream.range(0, RUNS)
                .parallel()
                .filter(run -> {
                    RandomStream random = RandomStream.of(distribution.key() * 100_000 + run);
                    double[] differences = IntStream.range(0, 30)
                            .mapToDouble(i -> distribution.draw().applyAsDouble(random))
                            .toArray();
                    return looks.stream()
                            .anyMatch(look ->
                                    finds.test(look, SignFlip.twoSided(Arrays.copyOf(differences, look.seeds()))));
                })
                .count();
    }

    private interface Finds {
        boolean test(Look look, double p);
    }

    @Test
    void errsLessThanOneTimeInTwentyAlthoughItLooksAtEveryBatch() {
        long all = 0;
        List<Look> looks = Looks.planned(FROM_FIVE, 1);
        for (Null distribution : NULLS) {
            long ours = found(distribution, looks, (look, p) -> look.counted(p) <= Judge.LEVEL);
            assertThat((double) ours / RUNS).as(distribution.name()).isLessThan(0.045);
            all += ours;
        }
        // Were the rate 5 %, so few would be found once in 200 such simulations.
        int simulated = RUNS * NULLS.size();
        assertThat((double) all / simulated).isLessThan(0.05 - 2.6 * Math.sqrt(0.05 * 0.95 / simulated));
    }

    @Test
    void naiveLooksWouldErrMoreThanTwiceAsOften() {
        long naive = found(NULLS.get(0), Looks.planned(FROM_FIVE, 1), (look, p) -> p <= Judge.LEVEL);
        assertThat((double) naive / RUNS).isGreaterThan(0.11);
    }

    @Test
    void findsWhatIsThereWithFewerSeedsThanTheMost() {
        List<Look> looks = Looks.planned(FROM_TEN, 1);
        RandomStream random = RandomStream.of(31);
        int runs = 400;
        int found = 0;
        double seeds = 0;
        for (int run = 0; run < runs; run++) {
            double[] differences = random.gaussians(30);
            for (int i = 0; i < 30; i++) {
                differences[i] += 1;
            }
            int needed = looks.stream()
                    .filter(look ->
                            look.counted(SignFlip.twoSided(Arrays.copyOf(differences, look.seeds()))) <= Judge.LEVEL)
                    .mapToInt(Look::seeds)
                    .findFirst()
                    .orElse(0);
            found += needed > 0 ? 1 : 0;
            seeds += needed > 0 ? needed : 30;
        }
        // An effect of one standard deviation: nearly always, after 15 seeds on average.
        assertThat((double) found / runs).isGreaterThan(0.97);
        assertThat(seeds / runs).isLessThan(17);
    }

    private static final String[] VARIANTS = {"old", "a", "b", "c"};

    private static PlanLine line(int seeds, @Nullable List<Integer> looks) {
        List<String> all = List.of(VARIANTS);
        List<ClaimPlan> claims = new ArrayList<>();
        for (String variant : all.subList(1, 4)) {
            claims.add(new ClaimPlan(variant, "old", null, "loss", "", null, null, null, null, null, null, Over.EACH));
        }
        claims.add(new ClaimPlan("a", null, null, "loss", "", null, null, null, 100.0, null, null, Over.EACH));
        Plan plan = new Plan(
                "demo",
                0,
                "Demo",
                "Is it?",
                "",
                "",
                Seeds.DEFAULT,
                List.of(),
                all.stream()
                        .map(name -> new VariantPlan(
                                name,
                                "",
                                name.equals("old") ? Role.BASELINE : Role.CONTENDER,
                                "",
                                List.of(),
                                List.of()))
                        .toList(),
                List.of(new MetricPlan("loss", "", Better.LOWER, "", false, null, all)),
                List.of(),
                List.of(),
                claims);
        Provenance provenance = new Provenance("", Map.of(), Map.of(), Map.of(), "", 1);
        return new PlanLine(LedgerLine.FORMAT, "demo", Effort.QUICK, "MXNet", seeds, provenance, plan, "", looks);
    }

    /** Standard normal losses, the contenders' shifted by so much. */
    private static List<TrialRecord> trials(RandomStream random, int seeds, double... shifts) {
        List<TrialRecord> trials = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            for (int i = 0; i < VARIANTS.length; i++) {
                double loss = random.nextGaussian() + (i == 0 ? 0 : shifts[i - 1]);
                trials.add(Duel.trial(new Cell(VARIANTS[i], Map.of()), seed, loss, Effort.QUICK));
            }
        }
        return trials;
    }

    @Test
    void judgesAnExperimentOfNothingWrongLessThanOneTimeInTwenty() {
        int runs = 300;
        long wrong = IntStream.range(0, runs)
                .parallel()
                .filter(run -> {
                    List<TrialRecord> trials = trials(RandomStream.of(32_000 + run), 30, 0, 0, 0);
                    return Judge.claims(Observations.of(line(30, FROM_FIVE), trials), Effort.QUICK).stream()
                            .limit(3)
                            .anyMatch(judgement -> judgement.verdict() != Verdict.INCONCLUSIVE);
                })
                .count();
        assertThat((double) wrong / runs).isLessThan(0.05);
    }

    @Test
    void keepsAVerdictThatALookGaveWhileOtherClaimsWait() {
        RandomStream random = RandomStream.of(33);
        List<TrialRecord> trials = trials(random, 30, -3, 0, 3);
        List<Verdict> last =
                List.of(Verdict.INCONCLUSIVE, Verdict.INCONCLUSIVE, Verdict.INCONCLUSIVE, Verdict.SUPPORTED);
        List<Judgement> now = List.of();
        for (int seeds : FROM_TEN) {
            Observations observations = Observations.of(
                    line(seeds, FROM_TEN),
                    trials.stream().filter(trial -> trial.seed() < seeds).toList());
            now = Judge.claims(observations, Effort.QUICK);
            for (int i = 0; i < 4; i++) {
                if (last.get(i) != Verdict.INCONCLUSIVE) {
                    assertThat(now.get(i).verdict()).isEqualTo(last.get(i));
                }
            }
            last = now.stream().map(Judgement::verdict).toList();
        }
        assertThat(last).containsExactly(Verdict.SUPPORTED, Verdict.INCONCLUSIVE, Verdict.REFUTED, Verdict.SUPPORTED);
        Evidence decided = now.get(0).evidence().get(0);
        assertThat(decided.look().seeds()).isLessThan(30).isEqualTo(decided.pairs());
        assertThat(decided.because()).contains(decided.pairs() + " of up to 30 seeds");
        assertThat(decided.confidence()).isGreaterThan(0.95);
        assertThat(now.get(3).evidence().get(0).pairs()).isEqualTo(30);
    }

    @Test
    void isTheSameHoweverTheTrialsAreOrdered() {
        List<TrialRecord> trials = trials(RandomStream.of(34), 30, -1, 0, 1);
        PlanLine line = line(30, FROM_TEN);
        assertThat(Judge.claims(Observations.of(line, RandomStream.of(1).shuffled(trials)), Effort.QUICK))
                .isEqualTo(Judge.claims(Observations.of(line, trials), Effort.QUICK));
    }

    @Test
    void isLessSureOfEachLookThanARunThatLooksOnce() {
        List<TrialRecord> trials = trials(RandomStream.of(35), 30, 0, 0, 0);
        Evidence once = Judge.claims(Observations.of(line(30, null), trials), Effort.QUICK)
                .get(0)
                .evidence()
                .get(0);
        Evidence last = Judge.claims(Observations.of(line(30, FROM_TEN), trials), Effort.QUICK)
                .get(0)
                .evidence()
                .get(0);
        assertThat(last.p()).isEqualTo(once.p());
        assertThat(last.test().halfWidth()).isGreaterThan(once.test().halfWidth());
    }
}
