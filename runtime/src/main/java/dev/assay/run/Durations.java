package dev.assay.run;

import dev.assay.plan.Cell;
import dev.assay.record.Status;
import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How long trials take, as far as it was measured: what is not known of a cell is taken from the same variant, then from the
 * experiment, then from all.
 */
final class Durations {
    private final Map<Object, Mean> means = new HashMap<>();

    private record Place(String experiment, Cell cell) {}

    private record Way(String experiment, String variant) {}

    private static final class Mean {
        private double sum;
        private int n;

        void add(double seconds) {
            sum += seconds;
            n++;
        }

        double value() {
            return sum / n;
        }
    }

    /** Takes in trials of earlier runs. */
    static Durations of(Collection<TrialRecord> trials) {
        Durations durations = new Durations();
        trials.forEach(durations::add);
        return durations;
    }

    /** Takes in a trial, unless it failed: it may have ended at any point. */
    void add(TrialRecord trial) {
        if (trial.status() == Status.OK) {
            for (Object key : keys(trial.key())) {
                means.computeIfAbsent(key, unseen -> new Mean()).add(trial.seconds());
            }
        }
    }

    /** What a trial is expected to take, in seconds; empty if nothing was measured yet. */
    OptionalDouble expected(TrialKey trial) {
        for (Object key : keys(trial)) {
            @Nullable Mean mean = means.get(key);
            if (mean != null) {
                return OptionalDouble.of(mean.value());
            }
        }
        return OptionalDouble.empty();
    }

    /** Whether anything was measured of an experiment. */
    boolean knows(String experiment) {
        return means.containsKey(experiment);
    }

    /** From the closest to the farthest. */
    private static Object[] keys(TrialKey trial) {
        return new Object[] {
            new Place(trial.experiment(), trial.cell()),
            new Way(trial.experiment(), trial.cell().variant()),
            trial.experiment(),
            Durations.class
        };
    }
}
