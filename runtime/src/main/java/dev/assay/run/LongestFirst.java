package dev.assay.run;

import dev.assay.record.TrialRecord;
import dev.assay.worker.Job;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Hands out jobs: first one of each experiment that was never timed. Then one or two more of each that has more to come, the
 * shortest first: what a worker runs for the first time takes longer than it will again, most of all where it takes little,
 * and until that is known nobody can say how long the run has left. Then always the one that is expected to take longest, so
 * that no long one is left to the end when other workers have nothing to do.
 */
final class LongestFirst implements Supplier<Optional<Job>> {
    private final List<Job> left;
    private final Durations durations;
    private final int early;
    private final Map<String, Integer> begun = new HashMap<>();
    private final Map<String, Integer> ahead = new HashMap<>();

    LongestFirst(List<Job> jobs, Durations durations, int workers) {
        this.early = 1 + Math.min(workers, 2);
        this.left = new ArrayList<>(jobs);
        this.durations = durations;
        for (Job job : jobs) {
            begun.put(job.experiment(), durations.knows(job.experiment()) ? early : 0);
            ahead.merge(job.experiment(), 1, Integer::sum);
        }
    }

    @Override
    public synchronized Optional<Job> get() {
        Optional<Job> next = first().or(this::again).or(this::longest);
        next.ifPresent(job -> {
            left.remove(job);
            begun.merge(job.experiment(), 1, Integer::sum);
            ahead.merge(job.experiment(), -1, Integer::sum);
        });
        return next;
    }

    private Optional<Job> first() {
        return left.stream()
                .filter(job -> begun.getOrDefault(job.experiment(), 0) == 0)
                .findFirst();
    }

    /** The shortest of those that are early ones, but not the last, of their experiment. */
    private Optional<Job> again() {
        return left.stream()
                .filter(job ->
                        begun.getOrDefault(job.experiment(), 0) < early && ahead.getOrDefault(job.experiment(), 0) > 1)
                .min(Comparator.comparingDouble(this::seconds));
    }

    /** The first of those that are expected to take longest. */
    private Optional<Job> longest() {
        return left.stream().max(Comparator.comparingDouble(this::seconds));
    }

    private double seconds(Job job) {
        return job.trials().stream().mapToDouble(durations::seconds).sum();
    }

    /** Takes in how long a trial took. */
    synchronized void finished(TrialRecord record) {
        durations.add(record);
    }
}
