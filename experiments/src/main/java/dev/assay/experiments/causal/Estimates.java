package dev.assay.experiments.causal;

import dev.assay.chart.Plane;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One method's estimates on many data sets of one model; immutable.
 *
 * @param truth the effect
 * @param each an estimate a data set
 * @param unitError how far, on average, a unit's outcome under the other treatment is from what the method says it would be
 */
public record Estimates(double truth, List<Estimate> each, double unitError) {
    private static final double CONFIDENCE = 0.95;
    private static final double BIN = 0.1;

    /** How far to either side of the truth a histogram goes. */
    private static final double SHOWN = 1.6;

    public Estimates {
        each = List.copyOf(each);
        if (each.isEmpty()) {
            throw new IllegalArgumentException("estimates need at least one data set");
        }
    }

    /** Of a method that says of each unit that the treatment changes it by its mean effect. */
    public static Estimates of(double truth, List<Sample> dataSets, Function<Sample, Estimate> method) {
        List<Estimate> each = new ArrayList<>();
        double unitErrors = 0;
        for (Sample sample : dataSets) {
            Estimate estimate = method.apply(sample);
            each.add(estimate);
            for (int i = 0; i < sample.size(); i++) {
                unitErrors += Math.abs(estimate.effect() - sample.effect(i)) / sample.size();
            }
        }
        return new Estimates(truth, each, unitErrors / dataSets.size());
    }

    /** Of a method that has an answer for each unit. */
    public static Estimates ofUnits(double truth, List<Sample> dataSets, Function<Sample, Counterfactual> method) {
        List<Estimate> each = new ArrayList<>();
        double unitErrors = 0;
        for (Sample sample : dataSets) {
            Counterfactual fitted = method.apply(sample);
            each.add(fitted.estimate());
            for (int i = 0; i < sample.size(); i++) {
                unitErrors += Math.abs(fitted.otherwise(i) - sample.otherwise(i)) / sample.size();
            }
        }
        return new Estimates(truth, each, unitErrors / dataSets.size());
    }

    /** Mean |estimate − effect| over the data sets. */
    public double error() {
        return each.stream()
                .mapToDouble(estimate -> Math.abs(estimate.effect() - truth))
                .average()
                .orElseThrow();
    }

    /** Mean estimate − effect. */
    public double bias() {
        return each.stream().mapToDouble(Estimate::effect).average().orElseThrow() - truth;
    }

    /** |share of the 95 % intervals that contain the effect − .95|. */
    public double coverageError() {
        double covering =
                each.stream().filter(estimate -> estimate.covers(truth)).count();
        return Math.abs(covering / each.size() - CONFIDENCE);
    }

    /** How many data sets gave which estimate, with the truth; what lies farther than 1.6 from it is at the ends. */
    public Plane histogram() {
        int bins = (int) Math.round(2 * SHOWN / BIN);
        double[] centres = new double[bins];
        double[] counts = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            centres[bin] = truth - SHOWN + (bin + 0.5) * BIN;
        }
        for (Estimate estimate : each) {
            int bin = (int) Math.floor((estimate.effect() - truth + SHOWN) / BIN);
            counts[Math.min(bins - 1, Math.max(0, bin))]++;
        }
        double highest = 0;
        for (double count : counts) {
            highest = Math.max(highest, count);
        }
        return Plane.of("estimated effect", "data sets")
                .bars("estimates", centres, counts, BIN)
                .line("true effect", new double[] {truth, truth}, new double[] {0, highest});
    }
}
