package dev.assay.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What things of a kind take of which nothing was measured, by those of which something was: as much as those on average, give
 * or take what those differ by.
 */
final class Guess {
    private final int workers;
    private final List<Took> known = new ArrayList<>();
    private final Map<Object, Integer> ahead = new HashMap<>();

    Guess(int workers) {
        this.workers = workers;
    }

    /** Takes in what one of the kind takes. */
    void learn(Took one) {
        known.add(one);
    }

    /** Says that one of which nothing is known is to come, perhaps again. */
    void expect(Object which) {
        ahead.merge(which, 1, Integer::sum);
    }

    boolean isBlind() {
        return known.isEmpty();
    }

    /** What each is expected to take. */
    Took mean() {
        return known.stream().reduce(Took.NOTHING, Took::plus).times(1.0 / known.size());
    }

    /** The variance of what all that are expected take together, in seconds of the run. */
    double variance() {
        if (ahead.isEmpty()) {
            return 0;
        }
        int n = known.size();
        double mean = mean().onTheWall(workers);
        double squares = mean
                * mean; // one alone does not say how much they differ: as if there were one more that takes nothing
        for (Took one : known) {
            double off = one.onTheWall(workers) - mean;
            squares += off * off;
        }
        double times = 0;
        double timesSquared = 0;
        for (int each : ahead.values()) {
            times += each;
            timesSquared += (double) each * each;
        }
        // Each that comes again takes the same again; and the mean of all is off by as much as that of the known ones.
        return squares / n * (timesSquared + times * times / n);
    }
}
