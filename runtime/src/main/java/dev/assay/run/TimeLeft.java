package dev.assay.run;

import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How long a run has left: what its remaining trials are expected to take by those of the same cell that are done, at the
 * pace at which the run has turned seconds of trials into seconds on the wall. A trial that is running counts with what it
 * has left.
 */
public final class TimeLeft {
    private final Durations durations;
    private final Set<TrialKey> left;
    private final Map<TrialKey, Double> running = new HashMap<>();
    private final int workers;
    private double start = Double.NaN;
    private double measured;

    /**
     * A run that has not begun.
     *
     * @param trials what it has to run
     * @param earlier trials of earlier runs, from which something is known of how long these take
     * @param workers how many trials run at once
     */
    public TimeLeft(Collection<TrialKey> trials, Collection<TrialRecord> earlier, int workers) {
        this.left = new HashSet<>(trials);
        this.durations = Durations.of(earlier);
        this.workers = Math.max(1, workers);
    }

    /** A trial begins. */
    public void started(TrialKey trial, double now) {
        if (Double.isNaN(start)) {
            start = now;
        }
        running.put(trial, now);
    }

    /** A trial ended. */
    public void finished(TrialRecord record, double now) {
        left.remove(record.key());
        running.remove(record.key());
        durations.add(record);
        measured += record.seconds();
    }

    /**
     * How many seconds are left; empty before anything is known.
     *
     * @param now seconds on any clock that the other calls share
     */
    public OptionalDouble seconds(double now) {
        Map<String, Double> atLeast = atLeast(now);
        double work = 0;
        List<Double> ahead = new ArrayList<>();
        for (TrialKey trial : left) {
            OptionalDouble known = durations.expected(trial);
            if (known.isEmpty()) {
                return OptionalDouble.empty();
            }
            double expected = Math.max(known.getAsDouble(), atLeast.getOrDefault(trial.experiment(), 0.0));
            Double began = running.get(trial);
            double still = began == null ? expected : Math.max(0, expected - (now - began));
            work += still;
            if (began != null) {
                ahead.add(still);
            }
        }
        double longest = ahead.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return OptionalDouble.of(Math.max(longest, work / pace(now)));
    }

    /** For how long the first trials of experiments have been running of which none has ended: others take as long at least. */
    private Map<String, Double> atLeast(double now) {
        Map<String, Double> atLeast = new HashMap<>();
        running.forEach((trial, began) -> {
            if (!durations.knows(trial.experiment())) {
                atLeast.merge(trial.experiment(), now - began, Math::max);
            }
        });
        return atLeast;
    }

    /** Seconds of trials done in a second of the wall: at most the workers, less for what goes on between trials. */
    private double pace(double now) {
        double done = measured;
        for (double began : running.values()) {
            done += now - began;
        }
        double wall = now - start;
        return measured > 0 && wall > 0 ? Math.max(0.05, Math.min(workers, done / wall)) : workers;
    }
}
