package dev.assay.experiments.sequence;

import dev.assay.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A test of memory: eight pairs of a key and a value, each pair one symbol; then fillers; then the eight keys alone, in an order
 * of their own. At each of these the answer is the value that came with it.
 *
 * <p>A pair is asked for {@code length − 8} moments after it was read, on average. (Arora and others, "Zoology", 2023, ask for
 * several keys likewise.)
 */
final class AssociativeRecall {
    /** How many pairs, and keys to choose them from. */
    static final int PAIRS = 8;

    /** How many values a key may have. */
    static final int VALUES = 4;

    private static final int FILLERS = 8;
    private static final int FIRST_QUERY = PAIRS * VALUES;
    private static final int FIRST_FILLER = FIRST_QUERY + PAIRS;

    /** How many symbols there are: pairs, keys and fillers. */
    static final int SYMBOLS = FIRST_FILLER + FILLERS;

    private final int[] symbols;
    private final int[] answers;
    private final int[] places;

    private AssociativeRecall(int[] symbols, int[] answers, int[] places) {
        this.symbols = symbols;
        this.answers = answers;
        this.places = places;
    }

    /** The sequence. */
    int[] symbols() {
        return symbols.clone();
    }

    /** The right values of its last eight moments, in order. */
    int[] answers() {
        return answers.clone();
    }

    /** For each of these, the moment at which its pair was read. */
    int[] places() {
        return places.clone();
    }

    /**
     * Draws a sequence.
     *
     * @param length its number of symbols, at least 16: the pairs and the questions
     */
    static AssociativeRecall draw(RandomStream random, int length) {
        if (length < 2 * PAIRS) {
            throw new IllegalArgumentException("8 pairs and 8 questions take a length of at least 16, not " + length);
        }
        int[] keys = random.permutation(PAIRS);
        int[] values =
                IntStream.range(0, PAIRS).map(i -> random.nextInt(VALUES)).toArray();
        int[] asked = random.permutation(PAIRS);
        int[] symbols = new int[length];
        Arrays.setAll(symbols, t -> FIRST_FILLER + random.nextInt(FILLERS));
        for (int i = 0; i < PAIRS; i++) {
            symbols[i] = keys[i] * VALUES + values[i];
            symbols[length - PAIRS + i] = FIRST_QUERY + keys[asked[i]];
        }
        return new AssociativeRecall(
                symbols, Arrays.stream(asked).map(place -> values[place]).toArray(), asked);
    }

    /** Several sequences. */
    static AssociativeRecall[] draw(RandomStream random, int count, int length) {
        AssociativeRecall[] drawn = new AssociativeRecall[count];
        Arrays.setAll(drawn, i -> draw(random, length));
        return drawn;
    }
}
