package dev.assay.report;

import dev.assay.Effort;
import dev.assay.estimate.Interval;
import dev.assay.estimate.Strata;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much better the claimed improvements of a suite came out together, by {@link ExperimentReport#improvements}.
 *
 * @param experiments the ids of those that it is about: every one not of smoke effort with an improvement at two seeds or
 *     more; none where there are fewer than two such, for a single one has nothing to say together
 * @param interquartileMean the mean of the middle half of the normalised improvements over all experiments and seeds, each
 *     experiment counting as much as any other; NaN for none
 * @param interval its 95 % interval, over a bootstrap of the seeds within each experiment
 * @param profile the share of them above each of a row of thresholds
 */
public record SuiteView(
        List<String> experiments, double interquartileMean, Interval interval, List<ProfilePoint> profile) {
    private static final int DRAWS = 1000;
    private static final int STEPS = 20;

    public SuiteView {
        experiments = List.copyOf(experiments);
        profile = List.copyOf(profile);
    }

    /**
     * A point of the performance profile.
     *
     * @param threshold a normalised improvement
     * @param share the share of improvements above it
     * @param interval the 95 % interval of that share, at this threshold alone
     */
    public record ProfilePoint(double threshold, double share, Interval interval) {}

    static SuiteView of(List<ExperimentReport> suite) {
        List<ExperimentReport> fitting = suite.stream()
                .filter(experiment -> experiment.effort() != Effort.SMOKE)
                .filter(experiment -> experiment.improvements().size() >= 2)
                .toList();
        if (fitting.size() < 2) {
            return new SuiteView(List.of(), Double.NaN, Interval.UNDEFINED, List.of());
        }
        Strata strata = Strata.of(
                fitting.stream()
                        .map(experiment -> experiment.improvements().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray())
                        .toList(),
                DRAWS);
        return new SuiteView(
                fitting.stream().map(ExperimentReport::id).toList(),
                strata.interquartileMean(),
                strata.interquartileMeanInterval(),
                IntStream.rangeClosed(-STEPS, STEPS)
                        .mapToDouble(step -> (double) step / STEPS)
                        .mapToObj(threshold ->
                                new ProfilePoint(threshold, strata.above(threshold), strata.aboveInterval(threshold)))
                        .toList());
    }
}
