package dev.assay.run;

import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import dev.assay.worker.Job;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run on a clock that nobody waits for. Jobs are handed out as in a real one. Each trial first computes beside the others, then
 * has the machine to itself; meanwhile the others stand still.
 */
final class VirtualRun {
    private final Map<TrialKey, Took> truth;
    private final LongestFirst queue;
    private final TimeLeft left;
    private final List<Worker> workers = new ArrayList<>();
    private final List<RecordedRun.Told> told = new ArrayList<>();
    private @Nullable Worker measuring;
    private double now;

    private static final class Worker {
        private final Deque<TrialKey> job = new ArrayDeque<>();
        private @Nullable TrialKey trial;
        private double beside;
        private double alone;
    }

    VirtualRun(List<Job> jobs, Map<TrialKey, Took> truth, int workers) {
        this(jobs, truth, workers, List.of());
    }

    VirtualRun(List<Job> jobs, Map<TrialKey, Took> truth, int workers, List<TrialRecord> earlier) {
        this.truth = truth;
        this.queue = new LongestFirst(jobs, Durations.of(earlier, workers), workers);
        this.left = new TimeLeft(truth.keySet(), earlier, workers);
        for (int i = 0; i < workers; i++) {
            this.workers.add(new Worker());
        }
    }

    /** Runs all; gives what was said to be left after each trial. */
    List<RecordedRun.Told> run() {
        workers.forEach(this::begin);
        while (workers.stream().anyMatch(worker -> worker.trial != null)) {
            Worker next = Objects.requireNonNull(next());
            double step = measuring == null ? next.beside : next.alone;
            now += step;
            if (measuring == null) {
                workers.forEach(worker -> worker.beside -= worker.trial == null ? 0 : step);
                next.beside = 0;
                if (next.alone > 0) {
                    measuring = next;
                    continue;
                }
            }
            measuring = workers.stream()
                    .filter(worker -> worker != next && worker.trial != null && worker.beside <= 0 && worker.alone > 0)
                    .findFirst()
                    .orElse(null);
            end(next);
        }
        return told;
    }

    /** Who gets to the end of what it does first. */
    private @Nullable Worker next() {
        if (measuring != null) {
            return measuring;
        }
        Worker next = null;
        for (Worker worker : workers) {
            if (worker.trial != null && (next == null || worker.beside < next.beside)) {
                next = worker;
            }
        }
        return next;
    }

    private void end(Worker worker) {
        TrialKey trial = Objects.requireNonNull(worker.trial);
        TrialRecord ended = new RecordedRun.Trial(0, now, Objects.requireNonNull(truth.get(trial)), trial).record();
        worker.trial = null;
        queue.finished(ended);
        left.finished(ended);
        begin(worker);
        left.at(now).ifPresent(remaining -> told.add(new RecordedRun.Told(now, remaining)));
    }

    private void begin(Worker worker) {
        if (worker.job.isEmpty()) {
            queue.get().ifPresent(job -> worker.job.addAll(job.trials()));
        }
        TrialKey trial = worker.job.poll();
        if (trial != null) {
            Took took = Objects.requireNonNull(truth.get(trial));
            worker.trial = trial;
            worker.beside = took.beside();
            worker.alone = took.alone();
            left.started(trial, now);
        }
    }

    double end() {
        return now;
    }
}
