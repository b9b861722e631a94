package dev.assay.run;

import dev.assay.dsl.Executable;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerRewrite;
import dev.assay.record.PlanLine;
import dev.assay.record.Provenance;
import dev.assay.record.Status;
import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import dev.assay.worker.Catalogue;
import dev.assay.worker.TrialListener;
import dev.assay.worker.WorkerPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** Experiments being run into a directory. Experiments that were run there before stay in its ledger. */
public final class Run implements AutoCloseable {
    private final RunOptions options;
    private final RunDirectory directory;
    private final Agenda agenda;
    private final Schedule schedule;
    private final WorkerPool pool;
    private final CountDownLatch ended = new CountDownLatch(1);
    private int finished;
    private int failed;
    private boolean failedFast;

    private Run(RunOptions options, RunDirectory directory, Agenda agenda) {
        this.options = options;
        this.directory = directory;
        this.agenda = agenda;
        this.schedule = agenda.schedule();
        this.pool = WorkerPool.of(options.engine(), directory.path(), options.limits());
    }

    /**
     * Takes hold of the directory and finds out what is left to run there.
     *
     * @param catalogue where the experiments are from
     * @throws RefusedException if the directory cannot be used, or holds trials that these cannot stand beside
     * @throws dev.assay.engine.EngineUnavailableException if the class path has no native library of the engine
     */
    public static Run open(Catalogue catalogue, List<Executable<?>> experiments, RunOptions options) {
        List<PlanLine> plans = Agenda.plan(catalogue, experiments, options);
        RunDirectory directory = RunDirectory.open(options.out());
        try {
            return new Run(options, directory, Agenda.of(plans, options));
        } catch (IOException | RuntimeException refused) {
            release(directory);
            if (refused instanceof IOException failed) {
                throw new RefusedException("cannot use " + options.out() + ": " + failed.getMessage(), failed);
            }
            throw (RuntimeException) refused;
        }
    }

    private static void release(RunDirectory directory) {
        try {
            directory.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot let go of " + directory.path(), failed);
        }
    }

    /**
     * Runs what is left. Returns when all is done, or soon after {@link #stop}.
     *
     * @throws dev.assay.worker.WorkersUnavailableException if no worker can do it
     * @throws UncheckedIOException if the ledger or {@code run.json} cannot be written
     */
    public void execute(Progress progress) {
        RunClock clock = RunClock.start(options, schedule);
        try {
            directory.write(clock.begun());
            int workers = Math.min(
                    options.workers().orElse(Runtime.getRuntime().availableProcessors()),
                    schedule.jobs().size());
            List<TrialRecord> earlier = agenda.before().trials();
            progress.begin(new Progress.Outset(schedule.trials(), schedule.reused(), earlier, workers));
            if (workers > 0) {
                pool.start();
            }
            setAside();
            try (Ledger ledger = Ledger.open(directory.ledger())) {
                for (Planned planned : agenda.plans()) {
                    if (!planned.line()
                            .equals(agenda.counting().plans().get(planned.line().experiment()))) {
                        ledger.append(planned.line());
                    }
                }
                if (workers > 0) {
                    LongestFirst jobs = new LongestFirst(schedule.jobs(), Durations.of(earlier, workers), workers);
                    pool.run(jobs, workers, new Recording(ledger, jobs, progress));
                }
            }
            if (!isStopped()) {
                directory.write(clock.ended(finished, workers, pool.engineVersion()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed.getMessage(), failed);
        } finally {
            progress.end();
            ended.countDown();
        }
    }

    /** Takes what does not count any more out of the ledger; it stays in the directory under another name. */
    private void setAside() throws IOException {
        Set<String> stale = agenda.stale();
        if (options.fresh()) {
            directory.moveLedgerAside();
        } else if (!stale.isEmpty()) {
            LedgerRewrite.apply(directory.ledger(), directory.aside(), line -> !stale.contains(line.experiment()));
        }
    }

    /** Writes what workers tell into the ledger. */
    private final class Recording implements TrialListener {
        private final Ledger ledger;
        private final LongestFirst jobs;
        private final Progress progress;
        private final Map<String, Provenance> provenance = new HashMap<>();

        Recording(Ledger ledger, LongestFirst jobs, Progress progress) {
            this.ledger = ledger;
            this.jobs = jobs;
            this.progress = progress;
            agenda.plans()
                    .forEach(planned -> provenance.put(
                            planned.line().experiment(), planned.line().provenance()));
        }

        @Override
        public void started(TrialKey trial) {
            synchronized (Run.this) {
                progress.started(trial);
            }
        }

        @Override
        public void finished(TrialRecord record) {
            synchronized (Run.this) {
                if (failedFast) {
                    return; // it ended while the workers were being stopped, and will be run again
                }
                try {
                    ledger.append(record.of(Objects.requireNonNull(provenance.get(record.experiment()))));
                } catch (IOException lost) {
                    throw new UncheckedIOException(lost.getMessage(), lost);
                }
                finished++;
                failed += record.status() == Status.FAILED ? 1 : 0;
                jobs.finished(record);
                progress.finished(record);
                if (options.failFast() && record.status() == Status.FAILED) {
                    failedFast = true;
                    pool.stop();
                }
            }
        }
    }

    /** The ids of what this runs. */
    public Set<String> experiments() {
        return agenda.plans().stream()
                .map(planned -> planned.line().experiment())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How many trials this run has to run. */
    public int total() {
        return schedule.total();
    }

    /** How many trials it has run so far, failed ones among them. */
    public synchronized int finished() {
        return finished;
    }

    /** How many of those failed. */
    public synchronized int failed() {
        return failed;
    }

    /** Whether {@link #stop} was called. */
    public synchronized boolean isStopped() {
        return pool.isStopped() && !failedFast;
    }

    /** Whether it ended at its first failed trial. */
    public synchronized boolean isFailedFast() {
        return failedFast;
    }

    /** Ends the workers and waits until the ledger has all that they delivered. */
    public void stop() {
        pool.stop();
        try {
            ended.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try (directory) {
            pool.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot close the run in " + directory.path(), failed);
        }
    }
}
