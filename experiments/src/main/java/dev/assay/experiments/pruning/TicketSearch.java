package dev.assay.experiments.pruning;

import dev.assay.train.Params;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Iterative magnitude pruning with rewinding (Frankle and Carbin 2019): train, prune the smallest weights of each layer, set the
 * others back to the values that they began with, and train again.
 *
 * @param initial the weights that every round began with
 * @param rounds what came of each; round 0 is the whole net
 */
record TicketSearch(Snapshot initial, List<Round> rounds) {
    TicketSearch {
        rounds = List.copyOf(rounds);
    }

    /**
     * One training.
     *
     * @param mask what it had of the net
     * @param trained the weights at its end
     * @param score what the training was found to be worth
     */
    record Round(Mask mask, Snapshot trained, double score) {}

    /**
     * Goes through all rounds.
     *
     * @param weights of the net, as it was drawn; changed in place
     * @param train trains these weights under a mask and gives its score
     */
    static TicketSearch run(Params weights, PruningRounds plan, ToDoubleFunction<Mask> train) {
        Snapshot initial = Snapshot.of(weights);
        List<Round> rounds = new ArrayList<>();
        Mask mask = Mask.full(Snapshot.matrices(weights));
        for (int round = 0; round <= plan.rounds(); round++) {
            if (round > 0) {
                mask = mask.largest(plan.counts(round), rounds.get(round - 1).trained());
            }
            initial.pruned(mask).into(weights);
            double score = train.applyAsDouble(mask);
            rounds.add(new Round(mask, Snapshot.of(weights), score));
        }
        return new TicketSearch(initial, rounds);
    }

    /** The training of the whole net. */
    Round dense() {
        return rounds.get(0);
    }
}
