package dev.assay.run;

import dev.assay.engine.EngineName;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Plan;
import dev.assay.provenance.Difference;
import dev.assay.provenance.ProvenanceReader;
import dev.assay.record.Curve;
import dev.assay.record.LedgerContent;
import dev.assay.record.PlanLine;
import dev.assay.record.Provenance;
import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import dev.assay.worker.Catalogue;
import dev.assay.worker.Job;
import dev.assay.worker.Limits;
import dev.assay.worker.PlanHash;
import dev.assay.worker.TrialListener;
import dev.assay.worker.WorkerPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One trial run again, beside what the ledger has of it.
 *
 * @param plan the experiment as it is now
 * @param before what the ledger has
 * @param again what it gave now
 * @param changed what it depends on that is not as it was, or empty
 */
public record Replay(Plan plan, TrialRecord before, TrialRecord again, String changed) {
    /**
     * Runs a trial of a run again. Nothing is written to the run's directory.
     *
     * @throws RefusedException if the run has no such trial, or this program no such experiment
     * @throws dev.assay.worker.WorkersUnavailableException if no worker can run it
     */
    public static Replay of(Catalogue catalogue, Path directory, TrialKey wanted) {
        LedgerContent content = read(directory);
        TrialRecord before = find(content, wanted, directory);
        EngineName engine = EngineName.parse(before.engine());
        Plan plan;
        try {
            plan = catalogue.get(wanted.experiment()).plan();
        } catch (IllegalArgumentException unknown) {
            throw new RefusedException(String.valueOf(unknown.getMessage()), unknown);
        }
        String changed = "";
        try (ProvenanceReader reader = ProvenanceReader.of(engine)) {
            Provenance now = reader.of(plan, catalogue.harness(wanted.experiment()));
            PlanLine line = content.plans().get(wanted.experiment());
            changed = line == null ? "" : Difference.between(line.provenance(), now);
        }
        return new Replay(plan, before, run(plan, before, engine), changed);
    }

    private static LedgerContent read(Path directory) {
        try {
            return LedgerContent.read(RunDirectory.existing(directory).resolve(LedgerContent.FILE));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new RefusedException(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private static TrialRecord find(LedgerContent content, TrialKey wanted, Path directory) {
        return content.trials().stream()
                .filter(trial -> trial.key().equals(wanted))
                .findFirst()
                .orElseThrow(
                        () -> new RefusedException(directory + " has no trial " + wanted + known(content, wanted)));
    }

    private static String known(LedgerContent content, TrialKey wanted) {
        List<TrialKey> near = content.trials().stream()
                .map(TrialRecord::key)
                .filter(trial -> trial.experiment().equals(wanted.experiment()))
                .toList();
        if (near.isEmpty()) {
            return "; its experiments are " + String.join(", ", content.plans().keySet());
        }
        return "; of " + wanted.experiment() + " it has the cells "
                + near.stream().map(trial -> trial.cell().toString()).distinct().collect(Collectors.joining("; "))
                + " at seeds "
                + near.stream().mapToInt(TrialKey::seed).min().orElse(0) + " to "
                + near.stream().mapToInt(TrialKey::seed).max().orElse(0);
    }

    private static TrialRecord run(Plan plan, TrialRecord before, EngineName engine) {
        Path scratch;
        try {
            scratch = Files.createTempDirectory("assay-replay");
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot make a temporary directory", failed);
        }
        Last last = new Last();
        Queue<Job> one = new ArrayDeque<>(
                List.of(new Job(plan.id(), PlanHash.of(plan), before.effort(), engine, List.of(before.key()))));
        try (WorkerPool pool = WorkerPool.of(engine, scratch, Limits.of(1))) {
            pool.start();
            pool.run(() -> Optional.ofNullable(one.poll()), 1, last);
        }
        try {
            Files.deleteIfExists(scratch);
        } catch (IOException crashReport) {
            // A crash report of Java's stays there, and the failure that is shown tells of the crash.
        }
        return Objects.requireNonNull(last.record, "a pool reports every trial");
    }

    private static final class Last implements TrialListener {
        private @Nullable TrialRecord record;

        @Override
        public void started(TrialKey trial) {}

        @Override
        public void finished(TrialRecord finished) {
            record = finished;
        }
    }

    /** The first thing in which the two differ, timing metrics aside; empty if they are the same bit for bit. */
    public String difference() {
        if (before.status() != again.status()) {
            return "it " + ended(before) + " and now " + ended(again);
        }
        for (MetricPlan metric : plan.metrics()) {
            Double then = before.metrics().get(metric.name());
            Double now = again.metrics().get(metric.name());
            if (!metric.timing() && !same(then, now)) {
                return "metric '" + metric.name() + "' was " + then + " and is " + now;
            }
        }
        for (Curve curve : before.curves()) {
            Optional<Curve> now = again.curves().stream()
                    .filter(other -> other.name().equals(curve.name()))
                    .findFirst();
            String difference = now.map(other -> difference(curve, other)).orElse("is missing now");
            if (!difference.isEmpty()) {
                return "curve '" + curve.name() + "' " + difference;
            }
        }
        return again.curves().size() == before.curves().size() ? "" : "it recorded more curves now than then";
    }

    private static String ended(TrialRecord trial) {
        return trial.failure() == null
                ? "came to an outcome"
                : "failed: " + trial.failure().message();
    }

    private static String difference(Curve then, Curve now) {
        for (int i = 0; i < Math.min(then.y().size(), now.y().size()); i++) {
            if (!same(then.x().get(i), now.x().get(i))
                    || !same(then.y().get(i), now.y().get(i))) {
                return "point " + i + " was (" + then.x().get(i) + ", "
                        + then.y().get(i) + ") and is (" + now.x().get(i) + ", "
                        + now.y().get(i) + ")";
            }
        }
        return then.y().size() == now.y().size()
                ? ""
                : "had " + then.y().size() + " points and has " + now.y().size();
    }

    private static boolean same(@Nullable Double then, @Nullable Double now) {
        if (then == null || now == null) {
            return Objects.equals(then, now);
        }
        return Double.doubleToLongBits(then) == Double.doubleToLongBits(now);
    }

    /** How much was compared: {@code "2 metrics and 1 curve of 40 points"}. */
    public String compared() {
        long metrics = plan.metrics().stream()
                .filter(metric -> !metric.timing() && before.metrics().containsKey(metric.name()))
                .count();
        int points =
                before.curves().stream().mapToInt(curve -> curve.y().size()).sum();
        return metrics + " metrics and " + points + " curve points";
    }
}
