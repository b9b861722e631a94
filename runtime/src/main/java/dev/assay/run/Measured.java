package dev.assay.run;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * What the trials of one cell took. The first that each worker runs takes longer than the others, most of all where they are short:
 * its code is being compiled meanwhile.
 */
final class Measured {
    private static final int LAST = 9;

    private final Took first;
    private final Deque<Took> later = new ArrayDeque<>();
    private final int workers;
    private int times = 1;

    Measured(Took first, int workers) {
        this.first = first;
        this.workers = workers;
    }

    /** Takes in another trial than the first. */
    void add(Took trial) {
        times++;
        later.add(trial);
        if (later.size() > LAST) {
            later.remove();
        }
    }

    /**
     * By what share the next trial may take longer or less long: by half as long as each may have been a worker's first, and half of
     * that after each other.
     */
    double doubt() {
        return Math.pow(0.5, Math.max(1, times - workers + 1));
    }

    /** The median of the last trials; of two, the shorter: another worker may have been compiling during the longer. */
    Took typical() {
        List<Took> sorted =
                later.stream().sorted(Comparator.comparingDouble(Took::seconds)).toList();
        return sorted.isEmpty() ? first : sorted.get((sorted.size() - 1) / 2);
    }
}
