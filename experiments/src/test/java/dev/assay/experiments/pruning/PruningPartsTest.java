package dev.assay.experiments.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import dev.assay.chart.Pictures;
import dev.assay.experiments.InTrial;
import dev.assay.experiments.data.Images;
import dev.assay.train.Params;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PruningPartsTest {
    private static final double[] SPARSITIES = {0.5, 0.8, 0.9, 0.95};

    private static Map<String, Integer> sizes(int... sizes) {
        Map<String, Integer> layers = new LinkedHashMap<>();
        for (int i = 0; i < sizes.length; i++) {
            layers.put("layer " + i, sizes[i]);
        }
        return layers;
    }

    private static double share(Map<String, Integer> before, Map<String, Integer> after, String layer) {
        return 1 - (double) after.getOrDefault(layer, 0) / before.getOrDefault(layer, 0);
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Test
    void roundsPassThroughEachSparsityExactlyAndTakeAFifthEach() {
        PruningRounds rounds = new PruningRounds(sizes(25_088, 8_192, 640), SPARSITIES);
        List<Integer> left = new ArrayList<>();
        for (int round = 0; round <= rounds.rounds(); round++) {
            left.add(sum(rounds.counts(round)));
        }

        assertThat(left).hasSize(14).contains(33_920, 16_960, 6_784, 3_392).endsWith(1_696);
        for (int round = 1; round < left.size(); round++) {
            assertThat(1 - (double) left.get(round) / left.get(round - 1)).isBetween(0.2, 0.21);
        }
    }

    @Test
    void theOutputLayerGivesUpHalfTheShareOfTheOthers() {
        PruningRounds rounds = new PruningRounds(sizes(25_088, 8_192, 640), SPARSITIES);
        for (int round = 1; round <= rounds.rounds(); round++) {
            Map<String, Integer> before = rounds.counts(round - 1);
            Map<String, Integer> after = rounds.counts(round);
            double first = share(before, after, "layer 0");
            double second = share(before, after, "layer 1");
            double output = share(before, after, "layer 2");
            assertThat(second).isCloseTo(first, within(2e-3));
            assertThat(output).isCloseTo(first / 2, within(3e-3));
        }
    }

    @Test
    void refusesSparsitiesThatDoNotRise() {
        assertThatThrownBy(() -> new PruningRounds(sizes(100, 10), 0.5, 0.4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.4");
        assertThatThrownBy(() -> new PruningRounds(sizes(100, 10), 1.0)).hasMessageContaining("1.0");
    }

    @Test
    void theLargestOfEachLayerStayAndWhatIsPrunedStaysPruned() {
        InTrial.run(trial -> {
            Params weights = Params.of(trial, "pair")
                    .zeros("a", 2, 3)
                    .zeros("b", 1, 2)
                    .zeros("bias", 2)
                    .build();
            weights.set("a", 1, -6, 3, -4, 5, 2);
            weights.set("b", 9, -10);
            Mask full = Mask.full(Snapshot.matrices(weights));
            assertThat(full.names()).containsExactly("a", "b");
            assertThat(full.sparsity()).isZero();

            Mask half = full.largest(Map.of("a", 3, "b", 1), Snapshot.of(weights));
            assertThat(half.of(weights).get("a").toFloatArray()).containsExactly(0, 1, 0, 1, 1, 0);
            assertThat(half.of(weights).get("b").toFloatArray()).containsExactly(0, 1);
            assertThat(half.of(weights).get("bias").toFloatArray()).containsExactly(1, 1);
            assertThat(half.sparsity()).isEqualTo(0.5);
            assertThat(half.leak(Snapshot.of(weights))).isEqualTo(9);
            Snapshot pruned = Snapshot.of(weights).pruned(half);
            assertThat(pruned.get("a")).containsExactly(0, -6, 0, -4, 5, 0);
            assertThat(half.leak(pruned)).isZero();

            weights.set("a", 100, 1, 100, 2, 3, 100); // the largest are pruned already
            Mask quarter = half.largest(Map.of("a", 2, "b", 0), Snapshot.of(weights));
            assertThat(quarter.of(weights).get("a").toFloatArray()).containsExactly(0, 0, 0, 1, 1, 0);
            assertThat(quarter.remaining()).isEqualTo(2);
            assertThatThrownBy(() -> quarter.largest(Map.of("a", 3, "b", 0), Snapshot.of(weights)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("2 numbers left and is to keep 3");
            return 0;
        });
    }

    @Test
    void aRandomMaskKeepsAsManyOfEachLayerAndEachAsOften() {
        Mask full = Mask.full(sizes(10, 4));
        int[] often = new int[10];
        RandomStream random = RandomStream.of(3);
        for (int i = 0; i < 2000; i++) {
            Mask mask = full.random(Map.of("layer 0", 3, "layer 1", 1), random);
            assertThat(mask.counts()).containsEntry("layer 0", 3).containsEntry("layer 1", 1);
            for (int place = 0; place < 10; place++) {
                often[place] += mask.keeps("layer 0", place) ? 1 : 0;
            }
        }
        for (int count : often) {
            assertThat(count).isBetween(600 - 82, 600 + 82); // 4 standard deviations of 20.5
        }
    }

    @Test
    void thePictureOfTheFirstLayerCountsWhoLooksAtEachPixel() {
        int pixels = Images.HALVED_PIXELS;
        Mask mask = Mask.full(sizes(9 * pixels, 90)).random(Map.of("layer 0", 300, "layer 1", 90), RandomStream.of(5));
        List<Pictures.Picture> pictures = FirstLayer.drawn(mask).pictures();
        int[] lookers = new int[pixels];
        for (int place = 0; place < 9 * pixels; place++) {
            lookers[place % pixels] += mask.keeps("layer 0", place) ? 1 : 0;
        }
        int most = Arrays.stream(lookers).max().orElseThrow();

        assertThat(pictures).hasSize(8);
        for (int pixel = 0; pixel < pixels; pixel++) {
            assertThat(pictures.get(0).bytes()[pixel] & 0xff).isEqualTo(Math.round(255f * lookers[pixel] / most));
        }
        int before = Integer.MAX_VALUE;
        for (Pictures.Picture unit : pictures.subList(1, 8)) {
            int white = 0;
            for (byte pixel : unit.bytes()) {
                white += pixel == (byte) 255 ? 1 : 0;
            }
            assertThat(unit.caption()).isEqualTo(white + " weights");
            assertThat(white).isLessThanOrEqualTo(before);
            before = white;
        }
    }

    @Test
    void everyRoundBeginsWithTheInitialValuesToTheBit() {
        InTrial.run(trial -> {
            Params weights = Params.of(trial, "net")
                    .he("w", 20, 10)
                    .zeros("bias", 20)
                    .he("out", 5, 20)
                    .build();
            float[] initial = weights.get("w").toFloatArray();
            PruningRounds plan = new PruningRounds(Snapshot.matrices(weights), 0.5, 0.8);
            RandomStream noise = trial.random("noise");
            TicketSearch search = TicketSearch.run(weights, plan, mask -> {
                float[] w = weights.get("w").toFloatArray();
                for (int i = 0; i < w.length; i++) {
                    assertThat(w[i]).isEqualTo(mask.keeps("w", i) ? initial[i] : 0);
                }
                assertThat(weights.get("bias").toFloatArray()).containsOnly(0);
                for (int i = 0; i < w.length; i++) {
                    w[i] = mask.keeps("w", i) ? (float) noise.nextGaussian() : 0; // as if trained
                }
                weights.set("w", w);
                weights.set("bias", weights.get("bias").add(1).toFloatArray());
                return mask.sparsity();
            });

            assertThat(search.rounds()).hasSize(plan.rounds() + 1);
            assertThat(search.initial().get("w")).isEqualTo(initial);
            for (int round = 1; round < search.rounds().size(); round++) {
                TicketSearch.Round now = search.rounds().get(round);
                TicketSearch.Round before = search.rounds().get(round - 1);
                double smallestKept = Double.POSITIVE_INFINITY;
                double largestPruned = 0;
                float[] trained = before.trained().get("w");
                for (int i = 0; i < trained.length; i++) {
                    if (now.mask().keeps("w", i)) {
                        assertThat(before.mask().keeps("w", i)).isTrue();
                        smallestKept = Math.min(smallestKept, Math.abs(trained[i]));
                    } else if (before.mask().keeps("w", i)) {
                        largestPruned = Math.max(largestPruned, Math.abs(trained[i]));
                    }
                }
                assertThat(largestPruned).isLessThanOrEqualTo(smallestKept);
            }
            assertThat(search.rounds().get(plan.rounds()).score()).isCloseTo(0.8, within(1e-9));
            return 0;
        });
    }
}
