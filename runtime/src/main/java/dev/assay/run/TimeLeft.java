package dev.assay.run;

import dev.assay.plan.Cell;
import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How long a run has left. A trial is expected to take what the last ones of its cell took, at the pace of late. What is not
 * known of a cell is guessed from the other cells of its experiment, and of an experiment from the others of the run; how much
 * these differ says how rough the guess is. What is left is then dealt out to the workers.
 */
public final class TimeLeft {
    private static final double STANDARD_ERRORS = 2;
    private static final double DOUBT_OF_A_GUESS =
            0.5; // beside how much others differ: that they ran for the first time

    private final Durations durations;
    private final Map<String, ToRun> experiments = new LinkedHashMap<>();
    private final Map<TrialKey, Double> running = new HashMap<>();
    private final int workers;

    /** What an experiment has to run: its cells, and for each seed those that are left. */
    private record ToRun(Set<Cell> cells, Map<Integer, Set<Cell>> left) {}

    /**
     * A run that has not begun.
     *
     * @param trials what it has to run
     * @param earlier trials of earlier runs, from which something is known of how long these take
     * @param workers how many trials run at once
     */
    public TimeLeft(Collection<TrialKey> trials, Collection<TrialRecord> earlier, int workers) {
        this.workers = Math.max(1, workers);
        this.durations = Durations.of(earlier, this.workers);
        for (TrialKey trial : trials) {
            ToRun toRun = experiments.computeIfAbsent(
                    trial.experiment(), unseen -> new ToRun(new LinkedHashSet<>(), new TreeMap<>()));
            toRun.cells().add(trial.cell());
            toRun.left()
                    .computeIfAbsent(trial.seed(), unseen -> new LinkedHashSet<>())
                    .add(trial.cell());
        }
    }

    /** A trial begins. */
    public void started(TrialKey trial, double now) {
        running.put(trial, now);
    }

    /** A trial ended. */
    public void finished(TrialRecord record) {
        running.remove(record.key());
        durations.add(record);
        ToRun toRun = experiments.get(record.experiment());
        if (toRun != null) {
            toRun.left().computeIfPresent(record.seed(), (seed, cells) -> {
                cells.remove(record.cell());
                return cells.isEmpty() ? null : cells;
            });
        }
    }

    /**
     * How much is left; empty before anything is known.
     *
     * @param now seconds on any clock that the other calls share
     */
    public Optional<Remaining> at(double now) {
        Guess seeds = new Guess(workers);
        Map<String, Guess> ofCells = new HashMap<>();
        experiments.forEach((id, toRun) -> {
            Guess cells = cells(id);
            ofCells.put(id, cells);
            if (!cells.isBlind()) {
                seeds.learn(cells.mean().times(toRun.cells().size()));
            }
        });
        if (seeds.isBlind()) {
            return Optional.empty();
        }
        Outlook outlook = new Outlook();
        experiments.forEach((id, toRun) -> {
            Guess cells = Objects.requireNonNull(ofCells.get(id));
            Took unknown =
                    cells.isBlind() ? seeds.mean().times(1.0 / toRun.cells().size()) : cells.mean();
            toRun.left().forEach((seed, left) -> {
                if (cells.isBlind()) {
                    seeds.expect(id);
                }
                Took job = Took.NOTHING;
                boolean begun = false;
                for (Cell cell : left) {
                    Measured known = durations.cells(id).get(cell);
                    Double since = running.get(new TrialKey(id, cell, seed));
                    begun |= since != null;
                    Took trial = (known == null ? unknown : expected(known)).after(since == null ? 0 : now - since);
                    job = job.plus(trial);
                    outlook.doubt(trial, known == null ? DOUBT_OF_A_GUESS : known.doubt());
                    if (known == null && !cells.isBlind()) {
                        cells.expect(cell);
                    }
                }
                outlook.dealt.add(job, begun);
            });
            outlook.variance += cells.variance();
        });
        outlook.variance += seeds.variance();
        return Optional.of(outlook.remaining());
    }

    /** What is known of an experiment's cells. */
    private Guess cells(String experiment) {
        Guess cells = new Guess(workers);
        durations.cells(experiment).values().forEach(cell -> cells.learn(expected(cell)));
        return cells;
    }

    private Took expected(Measured cell) {
        return cell.typical().times(durations.pace());
    }

    /** What is left at a moment, and how well that is known. */
    private final class Outlook {
        private final Dealt dealt = new Dealt(workers);
        private double variance;
        private double doubt;

        void doubt(Took trial, double share) {
            doubt += share * trial.onTheWall(workers);
        }

        Remaining remaining() {
            double likely = dealt.seconds();
            double error = Math.hypot(STANDARD_ERRORS * Math.sqrt(variance), doubt);
            return new Remaining(Math.max(0, likely - error), likely, likely + error);
        }
    }
}
