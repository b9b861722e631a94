package dev.assay.run;

import dev.assay.Effort;
import dev.assay.dsl.Executable;
import dev.assay.ledger.Ledger;
import dev.assay.plan.Plan;
import dev.assay.record.LedgerContent;
import dev.assay.record.LedgerLine;
import dev.assay.record.PlanLine;
import dev.assay.record.Status;
import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import dev.assay.worker.TrialListener;
import dev.assay.worker.WorkerPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** Experiments being run into a directory. Experiments that were run there before stay in its ledger. */
public final class Run implements AutoCloseable {
    private final RunOptions options;
    private final RunDirectory directory;
    private final Ledger ledger;
    private final List<PlanLine> plans;
    private final Schedule schedule;
    private final WorkerPool pool;
    private final CountDownLatch ended = new CountDownLatch(1);
    private int finished;
    private int failed;

    private Run(RunOptions options, RunDirectory directory, Ledger ledger, List<PlanLine> plans) {
        this.options = options;
        this.directory = directory;
        this.ledger = ledger;
        this.plans = plans;
        this.schedule = Schedule.of(plans, options.engine(), ledger.before());
        this.pool = WorkerPool.of(options.engine(), directory.path());
    }

    /**
     * Takes hold of the directory and finds out what is left to run there.
     *
     * @throws RefusedException if the directory cannot be used, or holds trials that these cannot stand beside
     */
    public static Run open(List<Executable<?>> experiments, RunOptions options) {
        List<PlanLine> plans = experiments.stream()
                .map(experiment -> planLine(experiment.plan(), options))
                .toList();
        RunDirectory directory = RunDirectory.open(options.out());
        try {
            return open(plans, options, directory);
        } catch (IOException | RuntimeException refused) {
            release(directory);
            if (refused instanceof IOException failed) {
                throw new RefusedException("cannot use " + options.out() + ": " + failed.getMessage(), failed);
            }
            throw (RuntimeException) refused;
        }
    }

    private static Run open(List<PlanLine> plans, RunOptions options, RunDirectory directory) throws IOException {
        if (options.fresh()) {
            directory.moveLedgerAside();
        }
        Ledger ledger;
        try {
            ledger = Ledger.open(directory.ledger());
        } catch (IllegalArgumentException corrupt) {
            throw new RefusedException(
                    corrupt.getMessage() + ", or add --fresh to start over with the ledger kept aside", corrupt);
        }
        try {
            requireSameKind(plans, options, ledger.before());
            return new Run(options, directory, ledger, plans);
        } catch (RuntimeException refused) {
            ledger.close();
            throw refused;
        }
    }

    private static void release(RunDirectory directory) {
        try {
            directory.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot let go of " + directory.path(), failed);
        }
    }

    private static PlanLine planLine(Plan plan, RunOptions options) {
        return new PlanLine(
                LedgerLine.FORMAT,
                plan.id(),
                options.effort(),
                options.engine().djlName(),
                options.seeds().orElse(plan.seeds().of(options.effort())),
                plan,
                SourceText.of(plan.source()));
    }

    private static void requireSameKind(List<PlanLine> plans, RunOptions options, LedgerContent before) {
        String wayOut = "; add --fresh to start over there, or choose another directory with --out";
        for (PlanLine there : before.plans().values()) {
            if (there.effort() != options.effort()
                    || !there.engine().equals(options.engine().djlName())) {
                throw new RefusedException(options.out() + " holds a run of " + kind(there.effort(), there.engine())
                        + ", and trials of "
                        + kind(options.effort(), options.engine().djlName()) + " are never pooled with those" + wayOut);
            }
        }
        for (PlanLine plan : plans) {
            PlanLine there = before.plans().get(plan.experiment());
            String difference = there == null ? "" : TrialBasis.of(plan.plan()).difference(TrialBasis.of(there.plan()));
            if (!difference.isEmpty()) {
                throw new RefusedException(options.out() + " holds trials of " + plan.experiment() + " with "
                        + difference + " than it has now" + wayOut);
            }
        }
    }

    private static String kind(Effort effort, String engine) {
        return effort.name().toLowerCase(Locale.ROOT) + " effort on " + engine;
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
            progress.begin(schedule.total(), schedule.reused());
            int workers = Math.min(
                    options.workers().orElse(Runtime.getRuntime().availableProcessors()),
                    schedule.jobs().size());
            if (workers > 0) {
                pool.start();
            }
            for (PlanLine plan : plans) {
                if (!plan.equals(ledger.before().plans().get(plan.experiment()))) {
                    ledger.append(plan);
                }
            }
            if (workers > 0) {
                pool.run(schedule.jobs(), workers, new Recording(progress));
            }
            if (!pool.isStopped()) {
                directory.write(clock.ended(finished, workers, pool.engineVersion()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed.getMessage(), failed);
        } finally {
            progress.end();
            ended.countDown();
        }
    }

    /** Writes what workers tell into the ledger. */
    private final class Recording implements TrialListener {
        private final Progress progress;

        Recording(Progress progress) {
            this.progress = progress;
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
                try {
                    ledger.append(record);
                } catch (IOException lost) {
                    throw new UncheckedIOException(lost.getMessage(), lost);
                }
                finished++;
                failed += record.status() == Status.FAILED ? 1 : 0;
                progress.finished(record);
            }
        }
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
    public boolean isStopped() {
        return pool.isStopped();
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
        try (directory;
                ledger) {
            pool.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot close the run in " + directory.path(), failed);
        }
    }
}
