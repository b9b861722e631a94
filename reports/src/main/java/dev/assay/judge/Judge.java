package dev.assay.judge;

import dev.assay.Effort;
import dev.assay.estimate.Contrast;
import dev.assay.estimate.Estimate;
import dev.assay.estimate.Holm;
import dev.assay.estimate.Moments;
import dev.assay.estimate.Observations;
import dev.assay.estimate.Pairs;
import dev.assay.plan.ClaimPlan;
import dev.assay.plan.Comparison;
import dev.assay.plan.Comparisons;
import dev.assay.plan.Factor;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Plan;
import dev.assay.plan.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges an experiment's claims.
 *
 * <p>Every comparison of every claim brings one test into one Holm family: a reader takes all of an experiment's verdicts home
 * together, whatever test each came from. A verdict needs the corrected p-value to be at most .05, <em>and</em> the interval to
 * agree:
 *
 * <ul>
 *   <li>{@code beats} is SUPPORTED if the 95 % interval of the oriented difference lies wholly beyond the margin, and REFUTED if
 *       it lies wholly short of it. The test is the two-sided sign-flip test about the margin.
 *   <li>{@code matches within} is SUPPORTED if the 90 % interval lies wholly within the margin; the test is the larger of two
 *       one-sided t tests. It is REFUTED if the mean lies beyond the margin and so does the whole 95 % interval; the test is then
 *       the two-sided sign-flip test about the margin that the mean has passed. The mean says which of the two is made.
 *   <li>{@code atMost}, {@code atLeast} and {@code within = 0} are seen, not tested: SUPPORTED if they hold at every seed,
 *       REFUTED if they fail at one. They have no p-value and count into no family.
 *   <li>A claim is INVALID where fewer than two seeds have a finite value on both sides, or more than a fifth of them lack one.
 *   <li>Whatever is left is INCONCLUSIVE. A claim over several comparisons is refuted by one and supported only by all.
 * </ul>
 *
 * <p>Where the seeds are splits of one table, t tests with the variance of Nadeau and Bengio stand in for the sign-flip tests. A
 * run until its claims are decided is judged at each of its {@link Looks}; the first look that decides a comparison does so for
 * good, so that its verdict is not taken back by what other claims still wait for.
 */
public final class Judge {
    /** The corrected p-value up to which a verdict is given. */
    public static final double LEVEL = 1 - Estimate.LEVEL + 1e-12;

    private final Observations observations;
    private final Effort effort;
    private final @Nullable Evidence[] evidence;
    private final double[] spent;

    private Judge(Observations observations, Effort effort, int comparisons) {
        this.observations = observations;
        this.effort = effort;
        this.evidence = new @Nullable Evidence[comparisons];
        this.spent = new double[comparisons];
        Arrays.fill(spent, Double.NaN);
    }

    /** The verdicts on the claims of an experiment, in the plan's order; not corrected across a suite yet. */
    public static List<Judgement> claims(Observations observations, Effort effort) {
        List<ClaimPlan> claims = observations.plan().claims();
        List<Integer> sizes = claims.stream()
                .map(claim -> Comparisons.of(observations.plan(), claim).size())
                .toList();
        Judge judge = new Judge(
                observations, effort, sizes.stream().mapToInt(Integer::intValue).sum());
        List<Look> looks = Looks.soFar(observations);
        for (Look look : looks) {
            judge.look(look, look.equals(looks.get(looks.size() - 1)));
        }
        List<Judgement> judgements = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < claims.size(); i++) {
            List<Evidence> parts = new ArrayList<>();
            for (int j = 0; j < sizes.get(i); j++) {
                parts.add(judge.evidence(next++));
            }
            judgements.add(new Judgement(
                    claims.get(i),
                    Verdict.of(parts.stream().map(Evidence::verdict).toList()),
                    !observations.history().staked().contains(claims.get(i).sentence()),
                    parts));
        }
        return judgements;
    }

    private Evidence evidence(int index) {
        Evidence there = evidence[index];
        if (there == null) {
            throw new IllegalStateException("comparison " + index + " was never looked at");
        }
        return there;
    }

    /** Judges what is still open with the seeds that there are at a look. */
    private void look(Look look, boolean last) {
        Observations seen = observations.line().looks() == null ? observations : observations.first(look.seeds());
        List<Finding> findings = new ArrayList<>();
        seen.plan().claims().forEach(claim -> findings.addAll(findings(seen, claim, look)));
        for (int i = 0; i < spent.length; i++) {
            spent[i] = Double.isNaN(spent[i])
                    ? findings.get(i).spent()
                    : Math.min(spent[i], orOne(findings.get(i).spent()));
        }
        double[] corrected = Holm.correct(spent);
        int undecided = (int) Arrays.stream(corrected).filter(p -> p > LEVEL).count();
        for (int i = 0; i < spent.length; i++) {
            Evidence before = evidence[i];
            if (before == null || before.isOpen()) {
                Finding finding = findings.get(i);
                evidence[i] = evidence(finding, corrected[i], attainable(i, finding), last ? undecided : 0);
            }
        }
    }

    private static double orOne(double p) {
        return Double.isNaN(p) ? 1 : p;
    }

    private static List<Finding> findings(Observations observations, ClaimPlan claim, Look look) {
        Plan plan = observations.plan();
        MetricPlan metric = plan.metric(claim.on());
        @Nullable
        Factor along =
                claim.along() == null ? null : plan.findFactor(claim.along()).orElseThrow();
        List<Finding> findings = new ArrayList<>();
        for (Comparison comparison : Comparisons.of(plan, claim)) {
            Pairs pairs = Pairs.of(observations, comparison, metric, along);
            findings.add(Finding.of(comparison, claim.statement(), look, pairs));
        }
        return findings;
    }

    /** What the corrected p-value would be if this test's were as small as it can get. */
    private double attainable(int index, Finding finding) {
        if (Double.isNaN(finding.p())) {
            return Double.NaN;
        }
        double[] best = spent.clone();
        best[index] = Math.min(best[index], finding.smallestSpent());
        return Holm.correct(best)[index];
    }

    private Evidence evidence(Finding finding, double corrected, double attainable, int undecided) {
        Verdict verdict = effort == Effort.SMOKE ? Verdict.NOT_JUDGED : verdict(finding, corrected);
        int needed = verdict == Verdict.INCONCLUSIVE && undecided > 0 ? needed(finding, undecided) : 0;
        Pairs pairs = finding.pairs();
        return new Evidence(
                finding.comparison(),
                verdict,
                Reasons.of(finding, verdict, corrected, attainable, needed, most()),
                finding.look(),
                pairs.size(),
                pairs.missing(),
                pairs.thatMoments(),
                pairs.otherMoments(),
                finding.contrast(),
                finding.test(),
                finding.confidence(),
                finding.margin(),
                finding.p(),
                corrected,
                Double.NaN,
                attainable,
                finding.violations(),
                needed);
    }

    /** The most seeds that a run until its claims are decided will have; 0 for one whose number is fixed. */
    private int most() {
        List<Integer> looks = observations.line().looks();
        return looks == null ? 0 : looks.get(looks.size() - 1);
    }

    private static Verdict verdict(Finding finding, double corrected) {
        if (!finding.obstacle().isEmpty()) {
            return Verdict.INVALID;
        }
        if (finding.isExact()) {
            return finding.violations() == 0 ? Verdict.SUPPORTED : Verdict.REFUTED;
        }
        if (!(corrected <= LEVEL)) {
            return Verdict.INCONCLUSIVE;
        }
        double margin = finding.margin();
        if (finding.statement() instanceof Statement.Matches) {
            boolean inside = finding.test().isAbove(-margin) && finding.test().isBelow(margin);
            boolean outside = finding.test().isAbove(margin) || finding.test().isBelow(-margin);
            return inside ? Verdict.SUPPORTED : outside ? Verdict.REFUTED : Verdict.INCONCLUSIVE;
        }
        return finding.test().isAbove(margin)
                ? Verdict.SUPPORTED
                : finding.test().isBelow(margin) ? Verdict.REFUTED : Verdict.INCONCLUSIVE;
    }

    /** How many seeds would probably decide, if the undecided tests had to share what error is left. */
    private int needed(Finding finding, int undecided) {
        Contrast contrast = finding.contrast();
        if (contrast == null) {
            return 0;
        }
        List<Look> looks = Looks.planned(observations);
        double share = looks.isEmpty() ? 1 : looks.get(looks.size() - 1).share();
        double level = Finding.ERROR * share / undecided;
        Moments differences = contrast.moments();
        SeedsNeeded needed = new SeedsNeeded(differences.sd(), level, contrast.overlap(), differences.n());
        return (finding.isEquivalence()
                        ? needed.toMatch(differences.mean(), finding.margin())
                        : needed.toDiffer(
                                finding.statement() instanceof Statement.Matches
                                        ? Math.abs(differences.mean()) - finding.margin()
                                        : differences.mean() - finding.margin()))
                .orElse(0);
    }
}
