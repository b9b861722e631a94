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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges an experiment's claims.
 *
 * <p>Every test made for a claim counts into one Holm family, equivalence tests included: a reader takes all of an
 * experiment's supported claims home together, whatever test each came from. So {@code matches within} needs the 90 %
 * interval inside the margin <em>and</em> the corrected p-value of the two one-sided tests to be at most .05. Exactness
 * ({@code atMost}, {@code atLeast}, {@code within = 0}) is seen, not tested, and has no p-value.
 */
public final class Judge {
    /** The corrected p-value up to which a verdict is given. */
    public static final double LEVEL = 1 - Estimate.LEVEL + 1e-12;

    private Judge() {}

    /** The verdicts on the claims of an experiment, in the plan's order. */
    public static List<Judgement> claims(Observations observations, Effort effort) {
        Plan plan = observations.plan();
        List<List<Finding>> findings = new ArrayList<>();
        for (ClaimPlan claim : plan.claims()) {
            findings.add(findings(observations, claim));
        }
        List<Finding> family = findings.stream().flatMap(List::stream).toList();
        double[] corrected =
                Holm.correct(family.stream().mapToDouble(Finding::p).toArray());
        long tests =
                family.stream().filter(finding -> !Double.isNaN(finding.p())).count();
        List<Judgement> judgements = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < findings.size(); i++) {
            List<Evidence> evidence = new ArrayList<>();
            for (Finding finding : findings.get(i)) {
                evidence.add(evidence(finding, corrected[next++], tests, effort));
            }
            judgements.add(new Judgement(
                    plan.claims().get(i),
                    Verdict.of(evidence.stream().map(Evidence::verdict).toList()),
                    evidence));
        }
        return judgements;
    }

    private static List<Finding> findings(Observations observations, ClaimPlan claim) {
        Plan plan = observations.plan();
        MetricPlan metric = plan.metric(claim.on());
        @Nullable
        Factor along =
                claim.along() == null ? null : plan.findFactor(claim.along()).orElseThrow();
        List<Finding> findings = new ArrayList<>();
        for (Comparison comparison : Comparisons.of(plan, claim)) {
            findings.add(Finding.of(comparison, claim.statement(), Pairs.of(observations, comparison, metric, along)));
        }
        return findings;
    }

    private static Evidence evidence(Finding finding, double corrected, long tests, Effort effort) {
        Verdict verdict = effort == Effort.SMOKE ? Verdict.NOT_JUDGED : verdict(finding, corrected);
        int needed = verdict == Verdict.INCONCLUSIVE ? needed(finding, tests) : 0;
        Pairs pairs = finding.pairs();
        return new Evidence(
                finding.comparison(),
                verdict,
                Reasons.of(finding, verdict, corrected, needed),
                pairs.size(),
                pairs.missing(),
                pairs.thatMoments(),
                pairs.otherMoments(),
                finding.contrast(),
                finding.test(),
                finding.margin(),
                finding.p(),
                corrected,
                finding.violations(),
                needed);
    }

    private static Verdict verdict(Finding finding, double corrected) {
        if (!finding.obstacle().isEmpty()) {
            return Verdict.INVALID;
        }
        Contrast contrast = finding.contrast();
        if (contrast == null || (finding.statement() instanceof Statement.Matches matches && matches.within() == 0)) {
            return finding.violations() == 0 ? Verdict.SUPPORTED : Verdict.REFUTED;
        }
        boolean allowed = corrected <= LEVEL;
        if (finding.statement() instanceof Statement.Matches matches) {
            boolean outside = contrast.interval().isAbove(matches.within())
                    || contrast.interval().isBelow(-matches.within());
            boolean inside =
                    finding.test().isAbove(-matches.within()) && finding.test().isBelow(matches.within());
            return outside ? Verdict.REFUTED : inside && allowed ? Verdict.SUPPORTED : Verdict.INCONCLUSIVE;
        }
        if (allowed && contrast.interval().isAbove(finding.margin())) {
            return Verdict.SUPPORTED;
        }
        return allowed && contrast.interval().isBelow(finding.margin()) ? Verdict.REFUTED : Verdict.INCONCLUSIVE;
    }

    private static int needed(Finding finding, long tests) {
        Contrast contrast = finding.contrast();
        if (contrast == null) {
            return 0;
        }
        Moments differences = contrast.moments();
        double level = (1 - Estimate.LEVEL) / Math.max(1, tests);
        return finding.statement() instanceof Statement.Matches matches
                ? SeedsNeeded.of(matches.within() - Math.abs(differences.mean()), differences.sd(), level, 1)
                        .orElse(0)
                : SeedsNeeded.of(differences.mean() - finding.margin(), differences.sd(), level, 2)
                        .orElse(0);
    }
}
