package dev.assay.estimate;

import dev.assay.Better;
import dev.assay.plan.Cell;
import dev.assay.plan.Comparison;
import dev.assay.plan.Factor;
import dev.assay.plan.MetricPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The two sides of a comparison, value by value and seed by seed.
 *
 * @param metric what was measured
 * @param seeds the seeds that have both sides, ascending
 * @param that the values of the side that is compared, one a seed; capped on a censored metric
 * @param other the values of the other side at the same seeds; empty for a bound, which has no other side
 * @param missing how many seeds lack a finite value on a side
 * @param slopes whether the values are log–log slopes along a factor
 * @param overlap the largest {@linkplain Observations#overlap overlap} among the compared cells
 */
public record Pairs(
        MetricPlan metric,
        List<Integer> seeds,
        List<Double> that,
        List<Double> other,
        int missing,
        boolean slopes,
        double overlap) {
    public Pairs {
        seeds = List.copyOf(seeds);
        that = List.copyOf(that);
        other = List.copyOf(other);
    }

    /**
     * Pairs the sides of a comparison by seed. A side of several cells has their mean at each seed, or with {@code along}
     * their log–log slope; a seed that lacks one of the cells is missing.
     */
    public static Pairs of(
            Observations observations, Comparison comparison, MetricPlan metric, @Nullable Factor along) {
        List<Integer> seeds = new ArrayList<>();
        List<Double> that = new ArrayList<>();
        List<Double> other = new ArrayList<>();
        double[] sizes = along == null ? new double[0] : sizes(comparison, along);
        int missing = 0;
        boolean bound = comparison.other().isEmpty();
        List<SortedMap<Integer, Double>> thats = values(observations, comparison.that(), metric);
        List<SortedMap<Integer, Double>> others = values(observations, comparison.other(), metric);
        for (int seed : observations.seeds()) {
            double one = side(thats, seed, metric, sizes);
            double two = bound ? 0 : side(others, seed, metric, sizes);
            // An infinite value breaks a bound; between two sides it leaves no difference to speak of.
            if (bound ? Double.isNaN(one) : !Double.isFinite(one) || !Double.isFinite(two)) {
                missing++;
                continue;
            }
            seeds.add(seed);
            that.add(one);
            if (!bound) {
                other.add(two);
            }
        }
        double overlap = 0;
        for (int i = 0; i < comparison.that().size(); i++) {
            Cell cell = comparison.that().get(i);
            overlap = Math.max(
                    overlap,
                    observations.overlap(cell, bound ? cell : comparison.other().get(i)));
        }
        return new Pairs(metric, seeds, that, other, missing, along != null, overlap);
    }

    private static List<SortedMap<Integer, Double>> values(
            Observations observations, List<Cell> cells, MetricPlan metric) {
        return cells.stream().map(cell -> observations.values(cell, metric)).toList();
    }

    private static double side(List<SortedMap<Integer, Double>> cells, int seed, MetricPlan metric, double[] sizes) {
        double[] values = cells.stream()
                .mapToDouble(
                        cell -> Observations.censored(cell.getOrDefault(seed, Double.NaN), Observations.cap(metric)))
                .toArray();
        if (sizes.length > 0) {
            return Slope.logLog(sizes, values);
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The factor's size at each of a side's cells; a side that ignores the factor has it from the other side. */
    private static double[] sizes(Comparison comparison, Factor along) {
        double[] sizes = new double[comparison.that().size()];
        for (int i = 0; i < sizes.length; i++) {
            String level = comparison.that().get(i).levels().get(along.name());
            if (level == null && !comparison.other().isEmpty()) {
                level = comparison.other().get(i).levels().get(along.name());
            }
            sizes[i] = along.number(level == null ? along.levels().get(i) : level);
        }
        return sizes;
    }

    /** How many seeds have both sides. */
    public int size() {
        return that.size();
    }

    /** How many seeds there should be. */
    public int planned() {
        return size() + missing;
    }

    /** The side that is compared, alone. */
    public Moments thatMoments() {
        return Moments.of(that.stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .toArray());
    }

    /** The other side alone; of no value for a bound. */
    public Moments otherMoments() {
        return Moments.of(other.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Whether a logarithm exists for every value. */
    public boolean isPositive() {
        return that.stream().allMatch(value -> value > 0) && other.stream().allMatch(value -> value > 0);
    }

    /** The paired difference in the metric's unit, tested about a margin; on a censored metric by rank. */
    public Contrast difference(double margin) {
        if (metric.never() != null && !slopes) {
            return ranked(value -> value + sign() * -margin);
        }
        return plain(margin);
    }

    /** The paired difference of the values as they are, tested about a margin; on a censored metric of the capped ones. */
    public Contrast plain(double margin) {
        return Contrast.of(slopes ? Scale.SLOPE : Scale.VALUE, differences(value -> value), margin, overlap);
    }

    /** The paired difference of logarithms, tested about the logarithm of a ratio; on a censored metric by rank. */
    public Contrast ratio(double times) {
        if (metric.never() != null) {
            return ranked(value -> sign() > 0 ? value / times : value * times);
        }
        return Contrast.of(Scale.LOG, differences(Math::log), Math.log(times), overlap);
    }

    /** 1 where larger values are better or neither is, −1 where smaller ones are. */
    private int sign() {
        return metric.better() == Better.LOWER ? -1 : 1;
    }

    private double[] differences(java.util.function.DoubleUnaryOperator scale) {
        double[] differences = new double[size()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = sign() * (scale.applyAsDouble(that.get(i)) - scale.applyAsDouble(other.get(i)));
        }
        return differences;
    }

    /**
     * Differences of ranks among both sides' values together (Conover and Iman, "Rank transformations as a bridge", 1981):
     * all values at the cap are equal, and nothing depends on where the cap lies. The margin is taken off the first
     * side's values that were reached.
     */
    private Contrast ranked(java.util.function.DoubleUnaryOperator handicap) {
        double cap = Observations.cap(metric);
        double[] values = new double[2 * size()];
        for (int i = 0; i < size(); i++) {
            double value = that.get(i);
            values[i] = value >= cap ? cap : Observations.censored(handicap.applyAsDouble(value), cap);
            values[size() + i] = other.get(i);
        }
        double[] ranks = Ranks.of(values);
        double[] differences = new double[size()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = sign() * (ranks[i] - ranks[size() + i]);
        }
        return Contrast.of(Scale.RANK, differences, 0, overlap);
    }
}
