package dev.assay.run;

import dev.assay.record.TrialRecord;
import dev.assay.worker.Job;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Hands out jobs: first one of each experiment that was never timed, then always the one that is expected to take longest, so
 * that no long one is left to the end when other workers have nothing to do.
 */
final class LongestFirst implements Supplier<Optional<Job>> {
    private final List<Job> left;
    private final Durations durations;
    private final Set<String> begun = new HashSet<>();

    LongestFirst(List<Job> jobs, Durations durations) {
        this.left = new ArrayList<>(jobs);
        this.durations = durations;
    }

    @Override
    public synchronized Optional<Job> get() {
        if (left.isEmpty()) {
            return Optional.empty();
        }
        Job next = left.stream()
                .filter(job -> !durations.knows(job.experiment()) && !begun.contains(job.experiment()))
                .findFirst()
                .orElseGet(this::longest);
        begun.add(next.experiment());
        left.remove(next);
        return Optional.of(next);
    }

    /** The first of those that are expected to take longest. */
    private Job longest() {
        Job longest = left.get(0);
        for (Job job : left) {
            if (seconds(job) > seconds(longest)) {
                longest = job;
            }
        }
        return longest;
    }

    private double seconds(Job job) {
        return job.trials().stream()
                .mapToDouble(trial -> durations.expected(trial).orElse(0))
                .sum();
    }

    /** Takes in how long a trial took. */
    synchronized void finished(TrialRecord record) {
        durations.add(record);
    }
}
