package dev.assay.experiments.pruning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many weights each layer keeps, round by round, on the way through given sparsities: close to a fifth of what is left goes in
 * each round, and the output layer, of which less can be spared, gives up half that share (Frankle and Carbin 2019).
 *
 * <p>Rounds of exactly a fifth pass .488 and .790 and miss .5 and .8. Here the rounds between two sparsities take equal
 * shares, as near a fifth as reaches the second exactly.
 */
final class PruningRounds {
    private static final double LEFT_OF_EACH_ROUND = 0.8;

    private final List<Map<String, Integer>> counts = new ArrayList<>();

    /**
     * Plans the rounds.
     *
     * @param sizes how many weights each layer has; the last is the output layer
     * @param sparsities shares of all weights to be pruned, rising, between 0 and 1
     */
    PruningRounds(Map<String, Integer> sizes, double... sparsities) {
        int all = sum(sizes);
        counts.add(Map.copyOf(sizes));
        Map<String, Integer> now = sizes;
        double left = 1;
        for (double sparsity : sparsities) {
            double wanted = 1 - sparsity;
            if (!(wanted > 0 && wanted < left)) {
                throw new IllegalArgumentException(
                        "sparsities rise and lie between 0 and 1; " + sparsity + " leaves " + wanted + " of " + left);
            }
            int rounds = (int) Math.max(1, Math.round(Math.log(wanted / left) / Math.log(LEFT_OF_EACH_ROUND)));
            for (int round = 1; round <= rounds; round++) {
                now = pruned(now, (int) Math.round(all * left * Math.pow(wanted / left, (double) round / rounds)));
                counts.add(Map.copyOf(now));
            }
            left = wanted;
        }
    }

    /** Takes weights from each layer so that exactly {@code wanted} stay, at half the share from the last. */
    private static Map<String, Integer> pruned(Map<String, Integer> layers, int wanted) {
        List<String> names = List.copyOf(layers.keySet());
        String last = names.get(names.size() - 1);
        int output = layers.getOrDefault(last, 0);
        int hidden = sum(layers) - output;
        double share = (hidden + output - wanted) / (hidden + output / 2.0);
        int outputLeft = (int) Math.round(output * (1 - share / 2));
        int hiddenLeft = wanted - outputLeft;
        Map<String, Integer> fewer = new LinkedHashMap<>();
        int before = 0;
        for (String name : names.subList(0, names.size() - 1)) {
            int from = (int) Math.round((double) before * hiddenLeft / hidden);
            before += layers.getOrDefault(name, 0);
            fewer.put(name, (int) Math.round((double) before * hiddenLeft / hidden) - from);
        }
        fewer.put(last, outputLeft);
        return fewer;
    }

    private static int sum(Map<String, Integer> layers) {
        return layers.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many rounds of pruning there are; round 0 prunes nothing. */
    int rounds() {
        return counts.size() - 1;
    }

    /** How many weights each layer keeps after a round. */
    Map<String, Integer> counts(int round) {
        return counts.get(round);
    }
}
