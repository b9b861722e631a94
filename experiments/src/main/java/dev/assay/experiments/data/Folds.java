package dev.assay.experiments.data;

import dev.assay.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A random partition of rows into folds, in which every class is spread as evenly as it goes: the folds' sizes differ by at
 * most one row, and so do their numbers of any class.
 */
public final class Folds {
    private final int[] foldOfRow;
    private final int count;

    private Folds(int[] foldOfRow, int count) {
        this.foldOfRow = foldOfRow;
        this.count = count;
    }

    /**
     * Deals the rows of each class in turn.
     *
     * @param labels the class of each row, from 0
     * @param count the number of folds, 2 to the number of rows
     */
    public static Folds stratified(int[] labels, int count, RandomStream random) {
        if (count < 2 || count > labels.length) {
            throw new IllegalArgumentException(
                    labels.length + " rows make 2 to " + labels.length + " folds, not " + count);
        }
        int[] byClass = Arrays.stream(random.permutation(labels.length))
                .boxed()
                .sorted((one, other) -> Integer.compare(labels[one], labels[other])) // stable: random within a class
                .mapToInt(Integer::intValue)
                .toArray();
        int[] foldOfRow = new int[labels.length];
        for (int i = 0; i < byClass.length; i++) {
            foldOfRow[byClass[i]] = i % count;
        }
        return new Folds(foldOfRow, count);
    }

    /** How many folds. */
    public int count() {
        return count;
    }

    /** The rows of a fold, in ascending order. */
    public int[] inside(int fold) {
        return IntStream.range(0, foldOfRow.length)
                .filter(row -> foldOfRow[row] == fold)
                .toArray();
    }

    /** The rows of all other folds, in ascending order. */
    public int[] outside(int fold) {
        return IntStream.range(0, foldOfRow.length)
                .filter(row -> foldOfRow[row] != fold)
                .toArray();
    }
}
