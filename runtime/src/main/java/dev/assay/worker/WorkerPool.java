package dev.assay.worker;

import dev.assay.engine.EngineName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The worker processes of one run. None of them outlives the pool, or the process that it is in. */
public final class WorkerPool implements AutoCloseable {
    /** The file in the run's directory through which workers take turns. */
    static final String TURNS = ".assay-turns";

    private static final long LOOK = 200;

    private final EngineName engine;
    private final Path directory;
    private final Limits limits;
    private final Set<Worker> living = new HashSet<>();
    private boolean stopped;
    private @Nullable Worker first;
    private String engineVersion = "";

    private WorkerPool(EngineName engine, Path directory, Limits limits) {
        this.engine = engine;
        this.directory = directory.toAbsolutePath();
        this.limits = limits;
    }

    /**
     * A pool of processes that have not been started yet.
     *
     * @param engine the engine whose class path and settings they get
     * @param directory the run's directory, which exists
     * @param limits what each trial and worker may take
     */
    public static WorkerPool of(EngineName engine, Path directory, Limits limits) {
        return new WorkerPool(engine, directory, limits);
    }

    /**
     * Starts the first worker and waits until its engine is loaded. An engine's first start on a machine unpacks its native
     * library; two that do so at once would disturb each other.
     *
     * @throws WorkersUnavailableException if no worker can be started or the engine cannot be loaded
     */
    public void start() {
        first = WorkerSlot.startReady(this);
    }

    /** The native version of the engine; empty before the first worker is ready. */
    public String engineVersion() {
        return engineVersion;
    }

    /** What each trial and worker may take. */
    Limits limits() {
        return limits;
    }

    /**
     * Runs jobs until all are done or the pool is stopped.
     *
     * @param next gives the next job to begin, or nothing when there is none left; several threads ask
     * @param workers how many processes share them, at least 1
     * @param listener hears of every trial
     * @throws WorkersUnavailableException if workers keep dying before they run anything
     */
    public void run(Supplier<Optional<Job>> next, int workers, TrialListener listener) {
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        ExecutorCompletionService<Void> ends = new ExecutorCompletionService<>(threads);
        List<WorkerSlot> slots = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            slots.add(new WorkerSlot(this, i == 0 ? first : null, next, listener));
        }
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(WorkerPool::daemon);
        try {
            ScheduledFuture<?> watching = watch.scheduleWithFixedDelay(
                    () -> slots.forEach(slot -> slot.watch(System.nanoTime())), LOOK, LOOK, TimeUnit.MILLISECONDS);
            for (WorkerSlot slot : slots) {
                ends.submit(slot, null);
            }
            for (int i = 0; i < workers; i++) {
                ends.take().get();
            }
            watching.cancel(false);
        } catch (ExecutionException failed) {
            if (isStopped()) {
                return; // a worker that was being started when the pool was stopped
            }
            stop();
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a worker's thread failed", failed.getCause());
        } catch (InterruptedException interrupted) {
            stop();
            Thread.currentThread().interrupt();
        } finally {
            watch.shutdown();
            awaitEnd(threads);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "watch");
        thread.setDaemon(true);
        return thread;
    }

    /** Slots whose workers were stopped end by themselves, and nobody hears of a trial afterwards. */
    private static void awaitEnd(ExecutorService threads) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("a worker's thread has not ended within a minute of its worker");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts a worker that the pool ends if nobody else does. */
    Worker startWorker() {
        Worker worker;
        try {
            worker = Worker.start(engine, directory);
        } catch (IOException failed) {
            throw new WorkersUnavailableException("no worker process can be started: " + failed.getMessage());
        }
        synchronized (this) {
            living.add(worker);
            if (stopped) {
                worker.close();
            }
        }
        return worker;
    }

    /** Notes that a worker is ready. */
    synchronized void ready(String version) {
        engineVersion = version;
    }

    /** Ends a worker. */
    void end(Worker worker) {
        synchronized (this) {
            living.remove(worker);
        }
        worker.close();
    }

    /** Whether the pool was told to stop. */
    public synchronized boolean isStopped() {
        return stopped;
    }

    /** Ends every worker at once; trials in flight are lost and {@link #run} returns. */
    public void stop() {
        List<Worker> ending;
        synchronized (this) {
            stopped = true;
            ending = new ArrayList<>(living);
        }
        ending.forEach(Worker::close);
    }

    @Override
    public void close() {
        stop();
        try {
            Files.deleteIfExists(directory.resolve(TURNS));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot remove " + directory.resolve(TURNS), failed);
        }
    }
}
