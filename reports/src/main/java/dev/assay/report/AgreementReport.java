package dev.assay.report;

import dev.assay.estimate.Estimate;
import dev.assay.estimate.Interval;
import dev.assay.estimate.Moments;
import dev.assay.estimate.Observations;
import dev.assay.estimate.StudentT;
import dev.assay.judge.Verdict;
import dev.assay.plan.Cell;
import dev.assay.plan.MetricPlan;
import dev.assay.record.LedgerContent;
import dev.assay.record.PlanLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * How two runs of the same experiments on two engines agree.
 *
 * @param format {@link #FORMAT}
 * @param first the first engine's name
 * @param second the second engine's name
 * @param experiments the experiments that both ran, by question and id
 * @param alone the ids of experiments that only one of them ran
 */
public record AgreementReport(
        int format, String first, String second, List<Experiment> experiments, List<String> alone) {
    /** The version of {@code agreement.json}, described by {@code dev/assay/agreement.schema.json}. */
    public static final int FORMAT = 1;

    public AgreementReport {
        experiments = List.copyOf(experiments);
        alone = List.copyOf(alone);
    }

    /**
     * One experiment on both engines.
     *
     * @param id its id
     * @param question the number of the guide's question, or 0
     * @param title the technique's name
     * @param values each metric in each cell
     * @param claims the claims with both verdicts
     */
    public record Experiment(String id, int question, String title, List<Value> values, List<Claim> claims) {
        public Experiment {
            values = List.copyOf(values);
            claims = List.copyOf(claims);
        }
    }

    /**
     * A metric in a cell on both engines, over the seeds at which both have a finite value.
     *
     * @param cell the cell
     * @param metric the metric's name
     * @param unit its unit, or empty
     * @param timing whether it is a time or made from one, of which no agreement is expected
     * @param missing how many seeds lack a finite value on an engine
     * @param identical at how many seeds both values are the same to the last bit
     * @param first the first engine's mean; NaN without a pair
     * @param difference second minus first, seed by seed
     * @param interval the 95 % Student-t interval of the mean difference
     */
    public record Value(
            Cell cell,
            String metric,
            String unit,
            boolean timing,
            int missing,
            int identical,
            double first,
            Moments difference,
            Interval interval) {
        /** Whether there are pairs, and all are the same to the last bit. */
        public boolean isIdentical() {
            return difference.n() > 0 && identical == difference.n();
        }

        /** Whether the whole interval lies on one side of 0. */
        public boolean differs() {
            return interval.isAbove(0) || interval.isBelow(0);
        }
    }

    /**
     * A claim with both verdicts.
     *
     * @param claim the claim in one line
     * @param says the same as an English sentence
     * @param first the verdict on the first engine
     * @param second the verdict on the second
     */
    public record Claim(String claim, String says, Verdict first, Verdict second) {}

    /**
     * Compares two ledgers with their reports.
     *
     * @throws IllegalArgumentException if a ledger's trials cannot be compared; the message says why
     */
    public static AgreementReport of(
            String first,
            LedgerContent firstLedger,
            SuiteReport firstSuite,
            String second,
            LedgerContent secondLedger,
            SuiteReport secondSuite) {
        List<Experiment> experiments = new ArrayList<>();
        TreeSet<String> alone = new TreeSet<>(firstLedger.plans().keySet());
        alone.addAll(secondLedger.plans().keySet());
        for (ExperimentReport report : firstSuite.experiments()) {
            PlanLine one = firstLedger.plans().get(report.id());
            PlanLine two = secondLedger.plans().get(report.id());
            if (one == null || two == null) {
                continue;
            }
            alone.remove(report.id());
            if (one.effort() != two.effort()) {
                throw new IllegalArgumentException(report.id() + " ran with effort " + one.effort() + " on " + first
                        + " and " + two.effort() + " on " + second + "; engines are compared at one effort");
            }
            ExperimentReport other = secondSuite.experiments().stream()
                    .filter(candidate -> candidate.id().equals(report.id()))
                    .findFirst()
                    .orElseThrow();
            experiments.add(new Experiment(
                    report.id(),
                    report.question(),
                    report.title(),
                    values(Observations.of(one, firstLedger.trials()), Observations.of(two, secondLedger.trials())),
                    claims(report, other)));
        }
        experiments.sort(Comparator.comparingInt(Experiment::question).thenComparing(Experiment::id));
        return new AgreementReport(FORMAT, first, second, experiments, List.copyOf(alone));
    }

    private static List<Claim> claims(ExperimentReport one, ExperimentReport two) {
        List<Claim> claims = new ArrayList<>();
        for (ClaimReport claim : one.claims()) {
            two.claims().stream()
                    .filter(other -> other.claim().equals(claim.claim()))
                    .findFirst()
                    .ifPresent(other ->
                            claims.add(new Claim(claim.claim(), claim.says(), claim.verdict(), other.verdict())));
        }
        return claims;
    }

    private static List<Value> values(Observations one, Observations two) {
        List<Value> values = new ArrayList<>();
        for (MetricPlan metric : one.plan().metrics()) {
            for (Cell cell : one.cells()) {
                if (metric.variants().contains(cell.variant())) {
                    values.add(value(cell, metric, one.values(cell, metric), two.values(cell, metric)));
                }
            }
        }
        return values;
    }

    private static Value value(
            Cell cell, MetricPlan metric, SortedMap<Integer, Double> one, SortedMap<Integer, Double> two) {
        List<Double> firsts = new ArrayList<>();
        List<Double> differences = new ArrayList<>();
        int identical = 0;
        TreeSet<Integer> seeds = new TreeSet<>(one.keySet());
        seeds.addAll(two.keySet());
        for (int seed : seeds) {
            double a = one.getOrDefault(seed, Double.NaN);
            double b = two.getOrDefault(seed, Double.NaN);
            if (Double.isFinite(a) && Double.isFinite(b)) {
                firsts.add(a);
                differences.add(b - a);
                identical += Double.doubleToLongBits(a) == Double.doubleToLongBits(b) ? 1 : 0;
            }
        }
        Moments difference = moments(differences);
        return new Value(
                cell,
                metric.name(),
                metric.unit(),
                metric.timing(),
                seeds.size() - differences.size(),
                identical,
                moments(firsts).mean(),
                difference,
                StudentT.interval(difference, Estimate.LEVEL));
    }

    private static Moments moments(List<Double> values) {
        return Moments.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
