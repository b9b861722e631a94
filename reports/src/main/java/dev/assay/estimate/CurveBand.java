package dev.assay.estimate;

import dev.assay.plan.Cell;
import dev.assay.record.Curve;
import dev.assay.record.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A cell's curve over its seeds: the mean at each position and the 95 % Student-t band around it.
 *
 * @param name the curve's name
 * @param x positions, ascending
 * @param mean the mean of the seeds' finite values at each
 * @param low the band's lower edge; the mean itself where only one seed has a value
 * @param high the band's upper edge
 */
public record CurveBand(String name, List<Double> x, List<Double> mean, List<Double> low, List<Double> high) {
    /** As many positions as a screen tells apart. */
    private static final int MOST = 160;

    public CurveBand {
        x = List.copyOf(x);
        mean = List.copyOf(mean);
        low = List.copyOf(low);
        high = List.copyOf(high);
    }

    /** The names of all curves in the trials, sorted. */
    public static SortedSet<String> names(Observations observations) {
        SortedSet<String> names = new TreeSet<>();
        for (Cell cell : observations.cells()) {
            for (TrialRecord trial : observations.trials(cell).values()) {
                trial.curves().forEach(curve -> names.add(curve.name()));
            }
        }
        return names;
    }

    /**
     * The band of a cell. Positions that fewer than half of the cell's curves have are left out, so that one long trial
     * does not speak for all; of very many, {@value #MOST} evenly spaced ones are kept.
     */
    public static CurveBand of(Observations observations, Cell cell, String name) {
        SortedMap<Double, List<Double>> values = new TreeMap<>();
        int curves = 0;
        for (TrialRecord trial : observations.trials(cell).values()) {
            for (Curve curve : trial.curves()) {
                if (curve.name().equals(name)) {
                    curves++;
                    collect(curve, values);
                }
            }
        }
        int enough = (curves + 1) / 2;
        List<Double> x = values.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= enough)
                .map(java.util.Map.Entry::getKey)
                .toList();
        List<Double> kept = thinned(x);
        List<Double> means = new ArrayList<>();
        List<Double> lows = new ArrayList<>();
        List<Double> highs = new ArrayList<>();
        for (double position : kept) {
            Moments moments = Moments.of(values.getOrDefault(position, List.of()).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray());
            Interval interval = StudentT.interval(moments, Estimate.LEVEL, observations.overlap(cell, cell));
            means.add(moments.mean());
            lows.add(interval.isDefined() ? interval.low() : moments.mean());
            highs.add(interval.isDefined() ? interval.high() : moments.mean());
        }
        return new CurveBand(name, kept, means, lows, highs);
    }

    private static void collect(Curve curve, SortedMap<Double, List<Double>> values) {
        for (int i = 0; i < curve.x().size(); i++) {
            if (Double.isFinite(curve.x().get(i)) && Double.isFinite(curve.y().get(i))) {
                values.computeIfAbsent(curve.x().get(i), unused -> new ArrayList<>())
                        .add(curve.y().get(i));
            }
        }
    }

    private static List<Double> thinned(List<Double> x) {
        if (x.size() <= MOST) {
            return x;
        }
        List<Double> kept = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            kept.add(x.get((int) Math.round(i * (x.size() - 1.0) / (MOST - 1))));
        }
        return kept;
    }
}
