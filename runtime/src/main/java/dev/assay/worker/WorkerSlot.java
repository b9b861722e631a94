package dev.assay.worker;

import dev.assay.record.Failure;
import dev.assay.record.LedgerLine;
import dev.assay.record.Status;
import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One place for a worker: takes job after job, and puts a new worker in the place of one that died. */
final class WorkerSlot implements Runnable {
    private static final int DEATHS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final WorkerPool pool;
    private final Queue<Job> queue;
    private final TrialListener listener;
    private @Nullable Worker worker;
    private @Nullable TrialKey running;
    private int idleDeaths;

    /**
     * A slot.
     *
     * @param worker a worker that is ready, or null to start one when there is a job
     */
    WorkerSlot(WorkerPool pool, @Nullable Worker worker, Queue<Job> queue, TrialListener listener) {
        this.pool = pool;
        this.worker = worker;
        this.queue = queue;
        this.listener = listener;
    }

    @Override
    public void run() {
        try {
            for (Job job = queue.poll(); job != null && !pool.isStopped(); job = queue.poll()) {
                run(job);
            }
        } finally {
            if (worker != null) {
                pool.end(worker);
            }
        }
    }

    /** Runs a job, on as many workers as it takes. */
    private void run(Job job) {
        List<TrialKey> left = new ArrayList<>(job.trials());
        Set<TrialKey> retried = new HashSet<>();
        while (!left.isEmpty() && !pool.isStopped()) {
            if (worker == null) {
                worker = startReady(pool);
            }
            if (worker.send(job.with(left))) {
                listen(worker, left);
            }
            if (!left.isEmpty() && !pool.isStopped()) {
                Failure death = worker.death();
                pool.end(worker);
                worker = null;
                charge(job, death, left, retried);
            }
        }
    }

    /** Hears the worker out: until it has run everything that is left, or died. */
    private void listen(Worker speaking, List<TrialKey> left) {
        while (!left.isEmpty()) {
            Message message = speaking.receive();
            if (message == null) {
                return;
            } else if (message instanceof Message.Started started) {
                running = started.trial();
                listener.started(started.trial());
            } else if (message instanceof Message.Finished finished) {
                running = null;
                idleDeaths = 0;
                left.remove(finished.record().key());
                listener.finished(withOutput(finished.record(), speaking));
            } else if (message instanceof Message.Refused refused) {
                throw new WorkersUnavailableException(refused.reason());
            }
        }
    }

    /** Lets a death cost the trial that ran one retry, and the second time its outcome. */
    private void charge(Job job, Failure death, List<TrialKey> left, Set<TrialKey> retried) {
        TrialKey victim = running;
        running = null;
        if (victim == null) {
            idleDeaths++;
            if (idleDeaths == DEATHS) {
                throw dyingAtStart(death);
            }
        } else if (!retried.add(victim) && !pool.isStopped()) {
            left.remove(victim);
            listener.finished(failed(
                    job,
                    victim,
                    new Failure(
                            death.cause(),
                            death.message() + ", as it did the first time",
                            death.at(),
                            death.output())));
        }
    }

    private static TrialRecord failed(Job job, TrialKey trial, Failure failure) {
        return new TrialRecord(
                LedgerLine.FORMAT,
                trial.experiment(),
                trial.cell().variant(),
                trial.cell().levels(),
                trial.seed(),
                Status.FAILED,
                Map.of(),
                List.of(),
                List.of(),
                failure,
                0,
                job.effort(),
                job.engine().djlName());
    }

    /** A failed record, with what its worker printed. */
    private static TrialRecord withOutput(TrialRecord record, Worker worker) {
        Failure failure = record.failure();
        if (failure == null) {
            return record; // its output stays: the worker has gone on, and a later trial may have added to it
        }
        return new TrialRecord(
                record.format(),
                record.experiment(),
                record.variant(),
                record.levels(),
                record.seed(),
                record.status(),
                record.metrics(),
                record.curves(),
                record.figures(),
                new Failure(failure.cause(), failure.message(), failure.at(), worker.takeOutput()),
                record.seconds(),
                record.effort(),
                record.engine());
    }

    /**
     * A worker whose engine is loaded.
     *
     * @throws WorkersUnavailableException if the engine cannot be loaded, or several in a row died before
     */
    static Worker startReady(WorkerPool pool) {
        for (int attempt = 1; ; attempt++) {
            Worker worker = pool.startWorker();
            Message message = worker.receive();
            if (message instanceof Message.Ready ready) {
                pool.ready(ready.engineVersion());
                return worker;
            }
            if (message instanceof Message.Refused refused) {
                pool.end(worker);
                throw new WorkersUnavailableException(refused.reason());
            }
            Failure death = worker.death();
            pool.end(worker);
            if (attempt == DEATHS || pool.isStopped()) {
                throw dyingAtStart(death);
            }
            Worker.sleep(PAUSE.multipliedBy(attempt)); // what kills it may pass: memory that others hold, say
        }
    }

    private static WorkersUnavailableException dyingAtStart(Failure death) {
        String last = death.output().lines().reduce("", (earlier, line) -> line);
        return new WorkersUnavailableException(DEATHS + " workers in a row ended before they ran a trial: "
                + death.message() + (last.isBlank() ? "" : ", last saying '" + last + "'"));
    }
}
