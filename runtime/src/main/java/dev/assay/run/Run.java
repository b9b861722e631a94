package dev.assay.run;

import dev.assay.Effort;
import dev.assay.dsl.Executable;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerRewrite;
import dev.assay.plan.Plan;
import dev.assay.provenance.ProvenanceReader;
import dev.assay.record.LedgerContent;
import dev.assay.record.LedgerLine;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** Experiments being run into a directory. Experiments that were run there before stay in its ledger. */
public final class Run implements AutoCloseable {
    private final RunOptions options;
    private final RunDirectory directory;
    private final LedgerContent before;
    private final List<Planned> plans;
    private final Schedule schedule;
    private final WorkerPool pool;
    private final CountDownLatch ended = new CountDownLatch(1);
    private int finished;
    private int failed;

    private Run(RunOptions options, RunDirectory directory, LedgerContent before, List<Planned> plans) {
        this.options = options;
        this.directory = directory;
        this.before = before.without(stale(plans));
        this.plans = plans;
        this.schedule = Schedule.of(plans.stream().map(Planned::line).toList(), options.engine(), this.before);
        this.pool = WorkerPool.of(options.engine(), directory.path());
    }

    private static Set<String> stale(List<Planned> plans) {
        return plans.stream()
                .filter(Planned::isStale)
                .map(planned -> planned.line().experiment())
                .collect(Collectors.toSet());
    }

    /**
     * Takes hold of the directory and finds out what is left to run there.
     *
     * @param catalogue where the experiments are from
     * @throws RefusedException if the directory cannot be used, or holds trials that these cannot stand beside
     * @throws dev.assay.engine.EngineUnavailableException if the class path has no native library of the engine
     */
    public static Run open(Catalogue catalogue, List<Executable<?>> experiments, RunOptions options) {
        List<PlanLine> plans = new ArrayList<>();
        try (ProvenanceReader reader = ProvenanceReader.of(options.engine())) {
            for (Executable<?> experiment : experiments) {
                Plan plan = experiment.plan();
                plans.add(planLine(plan, options, reader.of(plan, catalogue.harness(plan.id()))));
            }
        }
        RunDirectory directory = RunDirectory.open(options.out());
        try {
            LedgerContent before = options.fresh() ? LedgerContent.empty() : read(directory.ledger());
            requireSameKind(options, before);
            List<Planned> planned =
                    plans.stream()
                            .map(line -> Planned.of(line, before, options.untilDecided()))
                            .toList();
            return new Run(options, directory, before, planned);
        } catch (IOException | RuntimeException refused) {
            release(directory);
            if (refused instanceof IOException failed) {
                throw new RefusedException("cannot use " + options.out() + ": " + failed.getMessage(), failed);
            }
            throw (RuntimeException) refused;
        }
    }

    private static LedgerContent read(Path ledger) throws IOException {
        try {
            return Files.exists(ledger) ? LedgerContent.read(ledger) : LedgerContent.empty();
        } catch (IllegalArgumentException corrupt) {
            throw new RefusedException(
                    corrupt.getMessage() + ", or add --fresh to start over with the ledger kept aside", corrupt);
        }
    }

    private static void release(RunDirectory directory) {
        try {
            directory.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot let go of " + directory.path(), failed);
        }
    }

    private static PlanLine planLine(Plan plan, RunOptions options, Provenance provenance) {
        return new PlanLine(
                LedgerLine.FORMAT,
                plan.id(),
                options.effort(),
                options.engine().djlName(),
                options.seeds().orElse(plan.seeds().of(options.effort())),
                provenance,
                plan,
                SourceText.of(plan.source()));
    }

    private static void requireSameKind(RunOptions options, LedgerContent before) {
        for (PlanLine there : before.plans().values()) {
            if (there.effort() != options.effort()
                    || !there.engine().equals(options.engine().djlName())) {
                throw new RefusedException(options.out() + " holds a run of " + kind(there.effort(), there.engine())
                        + ", and trials of "
                        + kind(options.effort(), options.engine().djlName()) + " are never pooled with those"
                        + "; add --fresh to start over there, or choose another directory with --out");
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
            setAside();
            try (Ledger ledger = Ledger.open(directory.ledger())) {
                for (Planned planned : plans) {
                    if (!planned.line().equals(before.plans().get(planned.line().experiment()))) {
                        ledger.append(planned.line());
                    }
                }
                if (workers > 0) {
                    pool.run(schedule.jobs(), workers, new Recording(ledger, progress));
                }
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

    /** Takes what does not count any more out of the ledger; it stays in the directory under another name. */
    private void setAside() throws IOException {
        Set<String> stale = stale(plans);
        if (options.fresh()) {
            directory.moveLedgerAside();
        } else if (!stale.isEmpty()) {
            LedgerRewrite.apply(directory.ledger(), directory.aside(), line -> !stale.contains(line.experiment()));
        }
    }

    /** Writes what workers tell into the ledger. */
    private final class Recording implements TrialListener {
        private final Ledger ledger;
        private final Progress progress;
        private final Map<String, Provenance> provenance = new HashMap<>();

        Recording(Ledger ledger, Progress progress) {
            this.ledger = ledger;
            this.progress = progress;
            plans.forEach(planned ->
                    provenance.put(planned.line().experiment(), planned.line().provenance()));
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
                    ledger.append(record.of(Objects.requireNonNull(provenance.get(record.experiment()))));
                } catch (IOException lost) {
                    throw new UncheckedIOException(lost.getMessage(), lost);
                }
                finished++;
                failed += record.status() == Status.FAILED ? 1 : 0;
                progress.finished(record);
            }
        }
    }

    /** The ids of what this runs. */
    public Set<String> experiments() {
        return plans.stream()
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
        try (directory) {
            pool.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot close the run in " + directory.path(), failed);
        }
    }
}
