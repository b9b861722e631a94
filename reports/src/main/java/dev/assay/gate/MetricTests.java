package dev.assay.gate;

import dev.assay.Better;
import dev.assay.estimate.Estimate;
import dev.assay.estimate.Holm;
import dev.assay.estimate.Moments;
import dev.assay.estimate.Welch;
import dev.assay.plan.Cell;
import dev.assay.report.CellReport;
import dev.assay.report.ExperimentReport;
import dev.assay.report.MetricReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The tests of all metrics of all cells together.
 *
 * <p>Each is Welch's one-sided t on the two reports' means, standard deviations and counts. A stored report has no values a
 * seed, so the test cannot pair them; where both runs had the same seeds it errs to the careful side. Holm's correction over
 * all tests bounds the chance that any metric is called worse when none is at 5 %. Times are tested in a family of their
 * own, for they cannot make a run fail.
 *
 * <p>Worse means by more than the metric's {@linkplain MetricReport#margin() margin}, the least that a claim on it calls a
 * difference; without one, any supported worsening. A metric without a direction is not tested.
 */
final class MetricTests {
    /** The corrected p-value up to which a movement is supported. */
    static final double LEVEL = 1 - Estimate.LEVEL + 1e-12;

    /** Differences below this part of the values are the last digits of arithmetic, of which a report keeps twelve. */
    private static final double DIGITS = 1e-9;

    private record Test(String experiment, Cell cell, MetricReport metric, Moments stored, Moments now) {
        double worse() {
            return p(metric.margin(), stored, now);
        }

        double better() {
            return p(0, now, stored);
        }

        /** The p-value for {@code second} being worse than {@code first} by more than the margin. */
        private double p(double margin, Moments first, Moments second) {
            double slack = margin + DIGITS * Math.max(Math.abs(first.mean()), Math.abs(second.mean()));
            return metric.better() == Better.LOWER
                    ? Welch.pAbove(second, first, slack)
                    : Welch.pAbove(first, second, slack);
        }
    }

    private final List<Test> tests = new ArrayList<>();

    /** Adds the metrics that have a direction and are in both. */
    void add(ExperimentReport stored, CellReport before, CellReport now) {
        for (MetricReport metric : stored.metrics()) {
            Estimate old = before.metrics().get(metric.name());
            Estimate estimate = now.metrics().get(metric.name());
            if (metric.better() != Better.NEITHER && old != null && estimate != null) {
                tests.add(new Test(stored.id(), before.cell(), metric, old.moments(), estimate.moments()));
            }
        }
    }

    /** How each metric moved, in the order in which they were added, times last. */
    List<MetricChange> changes() {
        List<MetricChange> changes = new ArrayList<>(
                changes(tests.stream().filter(test -> !test.metric().timing()).toList()));
        changes.addAll(
                changes(tests.stream().filter(test -> test.metric().timing()).toList()));
        return changes;
    }

    private static List<MetricChange> changes(List<Test> family) {
        double[] worse = corrected(family, Test::worse);
        double[] better = corrected(family, Test::better);
        List<MetricChange> changes = new ArrayList<>();
        for (int i = 0; i < family.size(); i++) {
            Test test = family.get(i);
            Movement movement =
                    worse[i] <= LEVEL ? Movement.WORSE : better[i] <= LEVEL ? Movement.BETTER : Movement.NONE;
            changes.add(new MetricChange(
                    test.experiment(),
                    test.cell(),
                    test.metric(),
                    test.stored(),
                    test.now(),
                    movement == Movement.BETTER ? better[i] : worse[i],
                    movement));
        }
        return changes;
    }

    private static double[] corrected(List<Test> family, ToDoubleFunction<Test> p) {
        return Holm.correct(family.stream().mapToDouble(p).toArray());
    }
}
