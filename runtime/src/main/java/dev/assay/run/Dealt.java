package dev.assay.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Jobs dealt out to workers: those that have begun, then the longest first, each to the worker that is the first to be free. While
 * a worker has the machine to itself all others wait, so these seconds come on top.
 */
final class Dealt {
    private final int workers;
    private final List<Took> begun = new ArrayList<>();
    private final List<Took> ahead = new ArrayList<>();

    Dealt(int workers) {
        this.workers = workers;
    }

    /** Adds what is left of a job. */
    void add(Took job, boolean isBegun) {
        (isBegun ? begun : ahead).add(job);
    }

    /** When the last worker is done. */
    double seconds() {
        PriorityQueue<Double> free = new PriorityQueue<>();
        for (int i = 0; i < workers; i++) {
            free.add(0.0);
        }
        List<Took> order = new ArrayList<>(begun);
        ahead.stream()
                .sorted(Comparator.comparingDouble(Took::beside).reversed())
                .forEach(order::add);
        double alone = 0;
        double last = 0;
        for (Took job : order) {
            double end = free.remove() + job.beside();
            free.add(end);
            last = Math.max(last, end);
            alone += job.alone();
        }
        return alone + last;
    }
}
