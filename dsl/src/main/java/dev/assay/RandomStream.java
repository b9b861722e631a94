package dev.assay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random numbers of one name within one seed, the same on every machine and both engines.
 *
 * <p>The generator is {@code L64X128MixRandom} (Steele and Vigna, "LXM", 2021) of the Java platform.
 */
public final class RandomStream implements RandomGenerator {
    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final long key;
    private RandomGenerator generator;
    private long position;

    private RandomStream(long key) {
        this.key = key;
        this.generator = GENERATORS.create(key);
    }

    /** The stream that starts from a key. Trials make their own; a unit test may make one to call an experiment's code. */
    public static RandomStream of(long key) {
        return new RandomStream(key);
    }

    @Override
    public long nextLong() {
        position++;
        return generator.nextLong();
    }

    /** How many 64-bit words have been drawn so far; every other draw is made of these. */
    public long position() {
        return position;
    }

    /**
     * Goes back to an earlier position, so that the same numbers come again; takes a few nanoseconds a word.
     *
     * @throws IllegalArgumentException if the position is negative or lies ahead
     */
    public void rewind(long earlier) {
        if (earlier < 0 || earlier > position) {
            throw new IllegalArgumentException(
                    "a stream at position " + position + " goes back to 0 to " + position + ", not to " + earlier);
        }
        if (earlier == position) {
            return;
        }
        generator = GENERATORS.create(key);
        for (position = 0; position < earlier; position++) {
            generator.nextLong();
        }
    }

    /** {@code n} standard normal numbers. */
    public double[] gaussians(int n) {
        double[] draws = new double[n];
        for (int i = 0; i < n; i++) {
            draws[i] = nextGaussian();
        }
        return draws;
    }

    /** The numbers 0 to {@code n - 1} in random order. */
    public int[] permutation(int n) {
        return choose(n, n);
    }

    /**
     * {@code k} different numbers of 0 to {@code n - 1}, in random order.
     *
     * @throws IllegalArgumentException if {@code k} is negative or more than {@code n}
     */
    public int[] choose(int n, int k) {
        if (k < 0 || k > n) {
            throw new IllegalArgumentException("cannot choose " + k + " of " + n + " without repeating one");
        }
        int[] numbers = new int[n];
        Arrays.setAll(numbers, i -> i);
        for (int i = 0; i < k; i++) {
            int j = i + nextInt(n - i);
            int chosen = numbers[j];
            numbers[j] = numbers[i];
            numbers[i] = chosen;
        }
        return Arrays.copyOf(numbers, k);
    }

    /** The same elements in random order, as a new list. */
    public <T> List<T> shuffled(List<T> elements) {
        List<T> shuffled = new ArrayList<>(elements.size());
        for (int i : permutation(elements.size())) {
            shuffled.add(elements.get(i));
        }
        return shuffled;
    }

    /**
     * An index drawn with probability proportional to its weight.
     *
     * @throws IllegalArgumentException if a weight is negative or not finite, or the weights sum to 0 or beyond the largest double
     */
    public int categorical(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("a weight is a number from 0, not " + weight);
            }
            sum += weight;
        }
        if (sum == 0) {
            throw new IllegalArgumentException(
                    weights.length == 0 ? "no weights to draw by" : "all " + weights.length + " weights are 0");
        }
        if (Double.isInfinite(sum)) {
            throw new IllegalArgumentException(
                    "the " + weights.length + " weights sum beyond the largest double; divide them by their largest");
        }
        double left = nextDouble() * sum;
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        return last; // rounding left a sliver of the sum
    }
}
