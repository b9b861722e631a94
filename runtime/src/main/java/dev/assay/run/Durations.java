package dev.assay.run;

import dev.assay.plan.Cell;
import dev.assay.record.Status;
import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * What the trials of each cell took, as far as it was measured. A machine does not always run at the same pace, least of all while
 * code is new to it or others work on it; so what is kept of a trial is what it would have taken at the pace of the first ones, and
 * the pace is how much longer the last ones took than so expected.
 */
final class Durations {
    /** The pace is that of about the last third of what could be compared. */
    private static final double MEMORY = 1 / 3.0;
    /** Of all that was measured, a tenth counts as having gone at the first pace. */
    private static final double INERTIA = 0.1;

    private final Map<String, Map<Cell, Measured>> cells = new HashMap<>();
    private final int workers;
    private double all;
    private double compared;
    private double taken;
    private double expected;
    private double pace = 1;

    private Durations(int workers) {
        this.workers = workers;
    }

    /** What trials of earlier runs took. */
    static Durations of(Collection<TrialRecord> trials, int workers) {
        Durations durations = new Durations(workers);
        trials.forEach(durations::add);
        return durations;
    }

    /** Takes in a trial, unless it failed: it may have ended at any point. */
    void add(TrialRecord trial) {
        Took took = Took.of(trial);
        if (trial.status() == Status.FAILED || took.seconds() == 0) {
            return;
        }
        all += took.seconds();
        Map<Cell, Measured> experiment = cells.computeIfAbsent(trial.experiment(), unseen -> new HashMap<>());
        Measured cell = experiment.get(trial.cell());
        if (cell == null) {
            experiment.put(trial.cell(), new Measured(took.times(1 / pace), workers));
        } else {
            compared += took.seconds();
            double kept = Math.exp(-took.seconds() / (MEMORY * compared));
            taken = kept * taken + took.seconds();
            expected = kept * expected + cell.typical().seconds();
            pace = (taken + INERTIA * all) / (expected + INERTIA * all);
            cell.add(took.times(1 / pace));
        }
    }

    /** How much longer trials take now than the first ones did. */
    double pace() {
        return pace;
    }

    /** The cells of an experiment of which a trial was measured, at the pace of the first ones. */
    Map<Cell, Measured> cells(String experiment) {
        return Collections.unmodifiableMap(cells.getOrDefault(experiment, Map.of()));
    }

    /** What a trial is expected to take in seconds: what others of its cell, else of its experiment took, else 0. */
    double seconds(TrialKey trial) {
        Map<Cell, Measured> known = cells(trial.experiment());
        Measured cell = known.get(trial.cell());
        return pace
                * (cell != null
                        ? cell.typical().seconds()
                        : known.values().stream()
                                .mapToDouble(other -> other.typical().seconds())
                                .average()
                                .orElse(0));
    }

    /** Whether anything was measured of an experiment. */
    boolean knows(String experiment) {
        return cells.containsKey(experiment);
    }
}
