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
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One place for a worker: takes job after job, and puts a new worker in the place of one that died. */
final class WorkerSlot implements Runnable {
    private static final int DEATHS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final WorkerPool pool;
    private final Supplier<Optional<Job>> queue;
    private final TrialListener listener;
    private final Vigil vigil;
    private volatile @Nullable Worker worker;
    private @Nullable TrialKey running;
    private int idleDeaths;

    /**
     * A slot.
     *
     * @param worker a worker that is ready, or null to start one when there is a job
     */
    WorkerSlot(WorkerPool pool, @Nullable Worker worker, Supplier<Optional<Job>> queue, TrialListener listener) {
        this.pool = pool;
        this.worker = worker;
        this.queue = queue;
        this.listener = listener;
        this.vigil = new Vigil(pool.limits());
    }

    @Override
    public void run() {
        try {
            for (Optional<Job> job = queue.get(); job.isPresent() && !pool.isStopped(); job = queue.get()) {
                run(job.get());
            }
        } finally {
            Worker last = worker;
            if (last != null) {
                pool.end(last);
            }
        }
    }

    /** Runs a job, on as many workers as it takes. */
    private void run(Job job) {
        List<TrialKey> left = new ArrayList<>(job.trials());
        Set<TrialKey> retried = new HashSet<>();
        while (!left.isEmpty() && !pool.isStopped()) {
            Worker current = worker;
            if (current == null) {
                current = startReady(pool);
                worker = current;
            }
            if (current.send(job.with(left))) {
                listen(current, left);
            }
            vigil.end();
            if (!left.isEmpty() && !pool.isStopped()) {
                Failure death = current.death();
                pool.end(current);
                worker = null;
                charge(job, death, current.mayTryAgain(), left, retried);
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
                vigil.begin(System.nanoTime());
                listener.started(started.trial());
            } else if (message instanceof Message.Finished finished) {
                running = null;
                vigil.end();
                idleDeaths = 0;
                left.remove(finished.record().key());
                listener.finished(withOutput(finished.record(), speaking));
            } else if (message instanceof Message.Alive) {
                vigil.step(System.nanoTime());
            } else if (message instanceof Message.Beat) {
                vigil.beat(System.nanoTime());
            } else if (message instanceof Message.Refused refused) {
                throw new WorkersUnavailableException(refused.reason());
            }
        }
    }

    /** Ends the worker if its trial breaks a limit. */
    void watch(long now) {
        Worker watched = worker;
        if (watched != null) {
            vigil.breach(now, Vigil.resident(watched.pid())).ifPresent(watched::condemn);
        }
    }

    /** Lets a death cost the trial that ran one retry, and the second time its outcome. */
    private void charge(Job job, Failure death, boolean again, List<TrialKey> left, Set<TrialKey> retried) {
        TrialKey victim = running;
        running = null;
        if (victim == null) {
            idleDeaths++;
            if (idleDeaths == DEATHS) {
                throw dyingAtStart(death);
            }
        } else if (!pool.isStopped() && (!again || retried.contains(victim))) {
            left.remove(victim);
            String message = death.message() + (retried.contains(victim) ? "; it was tried twice" : "");
            listener.finished(failed(job, victim, new Failure(death.cause(), message, death.at(), death.output())));
        } else {
            retried.add(victim);
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
        return record.failedBy(new Failure(failure.cause(), failure.message(), failure.at(), worker.takeOutput()));
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
