package dev.assay.estimate;

import dev.assay.plan.Cell;
import dev.assay.plan.Cells;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Plan;
import dev.assay.plan.ResamplingPlan;
import dev.assay.record.PlanHistory;
import dev.assay.record.PlanLine;
import dev.assay.record.Status;
import dev.assay.record.TrialRecord;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The trials of one experiment, found by cell and seed. Trials of cells that its plan no longer has are left out.
 */
public final class Observations {
    private final PlanLine line;
    private final PlanHistory history;
    private final Plan plan;
    private final Map<Cell, SortedMap<Integer, TrialRecord>> trials = new LinkedHashMap<>();
    private final SortedSet<Integer> seeds = new TreeSet<>();

    private Observations(PlanLine line, PlanHistory history) {
        this.line = line;
        this.history = history;
        this.plan = line.plan();
        Cells.of(plan).forEach(cell -> trials.put(cell, new TreeMap<>()));
        for (int seed = 0; seed < line.seeds(); seed++) {
            seeds.add(seed);
        }
    }

    /** Sorts records of a plan that was written before any of them. */
    public static Observations of(PlanLine line, Collection<TrialRecord> records) {
        return of(line, PlanHistory.of(line), records);
    }

    /**
     * Sorts records by cell and seed.
     *
     * @param history what the ledger tells of when the plan was written
     * @throws IllegalArgumentException if a trial was run with another effort or engine than the plan line says: such
     *     trials are not comparable
     */
    public static Observations of(PlanLine line, PlanHistory history, Collection<TrialRecord> records) {
        Observations observations = new Observations(line, history);
        for (TrialRecord trial : records) {
            SortedMap<Integer, TrialRecord> cell = observations.trials.get(trial.cell());
            if (!trial.experiment().equals(line.experiment()) || cell == null) {
                continue;
            }
            if (trial.effort() != line.effort() || !trial.engine().equals(line.engine())) {
                throw new IllegalArgumentException("the ledger holds trial " + trial.key() + " of effort "
                        + trial.effort() + " on " + trial.engine() + " beside a plan of effort " + line.effort()
                        + " on " + line.engine() + "; trials of two efforts or engines are never pooled, "
                        + "so run them into different directories");
            }
            cell.put(trial.seed(), trial);
            observations.seeds.add(trial.seed());
        }
        return observations;
    }

    /** The plan whose trials these are. */
    public Plan plan() {
        return plan;
    }

    /** The plan's line in the ledger. */
    public PlanLine line() {
        return line;
    }

    /** What the ledger tells of when the plan was written. */
    public PlanHistory history() {
        return history;
    }

    /** What was seen when only so many seeds had been planned and run. */
    public Observations first(int planned) {
        Observations seen = new Observations(line, history);
        trials.forEach((cell, bySeed) -> seen.trials.put(cell, new TreeMap<>(bySeed.headMap(planned))));
        seen.seeds.clear();
        seen.seeds.addAll(seeds.headSet(planned));
        return seen;
    }

    /**
     * Test rows over training rows where the seeds of a comparison of two cells are splits drawn again from one table; 0
     * where they are independent.
     */
    public double overlap(Cell one, Cell other) {
        return plan.resamplings().stream()
                .filter(resampling -> resampling.holds(plan.factors(), one, other))
                .mapToDouble(ResamplingPlan::overlap)
                .max()
                .orElse(0);
    }

    /** The seeds that were planned or run. */
    public SortedSet<Integer> seeds() {
        return Collections.unmodifiableSortedSet(seeds);
    }

    /** The plan's cells in its order. */
    public List<Cell> cells() {
        return List.copyOf(trials.keySet());
    }

    /** The trials of a cell by seed. */
    public SortedMap<Integer, TrialRecord> trials(Cell cell) {
        return Collections.unmodifiableSortedMap(trials.getOrDefault(cell, new TreeMap<>()));
    }

    /** What the trials of a cell recorded of a metric, by seed; NaN and infinities as they are, failed trials left out. */
    public SortedMap<Integer, Double> values(Cell cell, MetricPlan metric) {
        SortedMap<Integer, Double> values = new TreeMap<>();
        trials(cell).forEach((seed, trial) -> {
            if (trial.status() == Status.OK) {
                values.put(seed, trial.metrics().getOrDefault(metric.name(), Double.NaN));
            }
        });
        return values;
    }

    /** The estimate of a metric in a cell. */
    public Estimate estimate(Cell cell, MetricPlan metric) {
        int failed = (int) trials(cell).values().stream()
                .filter(trial -> trial.status() == Status.FAILED)
                .count();
        return Estimate.of(values(cell, metric).values(), cap(metric), failed, overlap(cell, cell));
    }

    /** The cap of a censored metric, or NaN. */
    static double cap(MetricPlan metric) {
        Double never = metric.never();
        return never == null ? Double.NaN : never;
    }

    /** The value, or the cap where it lies at or beyond that. */
    static double censored(double value, double cap) {
        return value >= cap ? cap : value;
    }
}
