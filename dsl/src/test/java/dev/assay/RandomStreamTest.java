package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomStreamTest {
    /** Pearson's statistic of these counts against equally likely ones. */
    private static double chiSquare(Map<?, Integer> counts, int cells, int draws) {
        double expected = (double) draws / cells;
        double sum = (cells - counts.size()) * expected; // a cell that never came counts too
        for (int count : counts.values()) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }

    @Test
    void sameKeyGivesTheSameNumbers() {
        RandomStream one = RandomStream.of(42);
        RandomStream other = RandomStream.of(42);

        assertThat(one.longs(100).toArray()).isEqualTo(other.longs(100).toArray());
        assertThat(one.gaussians(100)).isEqualTo(other.gaussians(100));
        assertThat(one.choose(50, 7)).isEqualTo(other.choose(50, 7));
    }

    @Test
    void givesTheNumbersThatThePublishedGeneratorGives() {
        assertThat(RandomStream.of(7).longs(5).toArray())
                .isEqualTo(RandomGeneratorFactory.of("L64X128MixRandom")
                        .create(7)
                        .longs(5)
                        .toArray());
    }

    @Test
    void neighbouringKeysGiveOtherNumbers() {
        Set<Long> firsts = new HashSet<>();
        for (long key = -1000; key < 1000; key++) {
            firsts.add(RandomStream.of(key).nextLong());
        }

        assertThat(firsts).hasSize(2000);
    }

    @Test
    void goesBackToAnyEarlierPosition() {
        RandomStream stream = RandomStream.of(3);
        stream.nextLong();
        long position = stream.position();
        double[] gaussians = stream.gaussians(1000); // takes more than one word now and then
        int[] chosen = stream.choose(10, 3);
        assertThat(stream.position()).isGreaterThan(1003);

        stream.rewind(position);

        assertThat(stream.position()).isEqualTo(position);
        assertThat(stream.gaussians(1000)).isEqualTo(gaussians);
        assertThat(stream.choose(10, 3)).isEqualTo(chosen);
    }

    @Test
    void staysWhereItIsWhenRewoundToItsPosition() {
        RandomStream stream = RandomStream.of(3);
        RandomStream untouched = RandomStream.of(3);
        stream.nextInt();
        untouched.nextInt();

        stream.rewind(1);

        assertThat(stream.nextLong()).isEqualTo(untouched.nextLong());
    }

    @ParameterizedTest
    @CsvSource({"-1", "3"})
    void refusesToRewindOutsideWhatWasDrawn(long position) {
        RandomStream stream = RandomStream.of(3);
        stream.nextLong();
        stream.nextLong();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> stream.rewind(position))
                .withMessage("a stream at position 2 goes back to 0 to 2, not to " + position);
    }

    @Test
    void permutationsHoldEachNumberOnceAndAreAllEquallyLikely() {
        RandomStream stream = RandomStream.of(11);
        Map<List<Integer>, Integer> counts = new HashMap<>();
        for (int i = 0; i < 24_000; i++) {
            int[] permutation = stream.permutation(4);
            assertThat(Arrays.stream(permutation).sorted()).containsExactly(0, 1, 2, 3);
            counts.merge(Arrays.stream(permutation).boxed().toList(), 1, Integer::sum);
        }

        assertThat(chiSquare(counts, 24, 24_000)).isLessThan(49.7); // the 99.9 % point of χ² with 23 degrees
    }

    @Test
    void choicesRepeatNothingAndAreAllEquallyLikely() {
        RandomStream stream = RandomStream.of(12);
        Map<List<Integer>, Integer> counts = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            counts.merge(Arrays.stream(stream.choose(5, 2)).boxed().toList(), 1, Integer::sum);
        }

        assertThat(counts.keySet()).allMatch(pair -> !pair.get(0).equals(pair.get(1)));
        assertThat(chiSquare(counts, 20, 20_000)).isLessThan(43.8); // the 99.9 % point of χ² with 19 degrees
    }

    @Test
    void choosesNoneAndAll() {
        RandomStream stream = RandomStream.of(1);

        assertThat(stream.choose(5, 0)).isEmpty();
        assertThat(stream.permutation(0)).isEmpty();
        assertThat(stream.permutation(1)).containsExactly(0);
        assertThat(stream.choose(3, 3)).containsExactlyInAnyOrder(0, 1, 2);
    }

    @ParameterizedTest
    @CsvSource({"5,6", "5,-1", "-1,0", "-1,-1"})
    void refusesToChooseMoreThanThereAre(int n, int k) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RandomStream.of(1).choose(n, k))
                .withMessage("cannot choose " + k + " of " + n + " without repeating one");
    }

    @Test
    void shufflesIntoANewList() {
        List<String> words = List.of("a", "b", "c", "d", "e", "f", "g", "h");

        List<String> shuffled = RandomStream.of(5).shuffled(words);

        assertThat(shuffled).containsExactlyInAnyOrderElementsOf(words).isNotEqualTo(words);
        assertThat(RandomStream.of(5).shuffled(words)).isEqualTo(shuffled);
    }

    @Test
    void drawsCategoriesInProportionToTheirWeights() {
        RandomStream stream = RandomStream.of(21);
        double[] weights = {1, 0, 3, 6, 0};
        int[] counts = new int[5];
        for (int i = 0; i < 40_000; i++) {
            counts[stream.categorical(weights)]++;
        }

        assertThat(counts[1]).isZero();
        assertThat(counts[4]).isZero();
        double chiSquare = IntStream.of(0, 2, 3)
                .mapToDouble(i -> Math.pow(counts[i] - 4000 * weights[i], 2) / (4000 * weights[i]))
                .sum();
        assertThat(chiSquare).isLessThan(13.8); // the 99.9 % point of χ² with 2 degrees
    }

    @Test
    void drawsNoZeroWeightHoweverSmallTheOthersAre() {
        RandomStream stream = RandomStream.of(22);

        for (int i = 0; i < 1000; i++) {
            assertThat(stream.categorical(0, Double.MIN_VALUE, 0)).isEqualTo(1);
            assertThat(stream.categorical(0, 1e-300, 0, 1e-300, 0)).isIn(1, 3);
        }
    }

    @Test
    void refusesWeightsThatAreNoDistribution() {
        RandomStream stream = RandomStream.of(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> stream.categorical(0, 0))
                .withMessage("all 2 weights are 0");
        assertThatIllegalArgumentException().isThrownBy(stream::categorical).withMessage("no weights to draw by");
        for (double weight : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> stream.categorical(1, weight))
                    .withMessage("a weight is a number from 0, not " + weight);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stream.categorical(Double.MAX_VALUE, Double.MAX_VALUE))
                .withMessageContaining("beyond the largest double");
        assertThat(stream.position()).isZero();
    }

    @Test
    void gaussiansHaveMeanZeroAndDeviationOne() {
        double[] draws = RandomStream.of(31).gaussians(40_000);

        assertThat(DoubleStream.of(draws).average().orElseThrow()).isCloseTo(0, within(4 / Math.sqrt(40_000)));
        assertThat(DoubleStream.of(draws).map(x -> x * x).average().orElseThrow())
                .isCloseTo(1, within(4 * Math.sqrt(2.0 / 40_000)));
    }
}
