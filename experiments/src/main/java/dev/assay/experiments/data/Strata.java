package dev.assay.experiments.data;

import dev.assay.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The rows of a data set by class, to draw from each class alike. */
final class Strata {
    private final int[][] rowsOfClass;

    /**
     * Sorts rows by class.
     *
     * @param labels the class of each row, 0 to {@code classes - 1}
     */
    Strata(int[] labels, int classes) {
        rowsOfClass = new int[classes][];
        Arrays.setAll(
                rowsOfClass,
                c -> IntStream.range(0, labels.length)
                        .filter(row -> labels[row] == c)
                        .toArray());
    }

    /**
     * Disjoint parts of the rows, each with the same number of rows of every class and in random order.
     *
     * @param perClass for each part, how many rows of every class it gets
     * @throws IllegalArgumentException if a class has too few rows
     */
    int[][] parts(RandomStream random, int... perClass) {
        int wanted = Arrays.stream(perClass).sum();
        int[][] parts = new int[perClass.length][];
        Arrays.setAll(parts, part -> new int[perClass[part] * rowsOfClass.length]);
        for (int c = 0; c < rowsOfClass.length; c++) {
            int[] rows = rowsOfClass[c];
            if (wanted > rows.length) {
                throw new IllegalArgumentException("class " + c + " has " + rows.length + " rows; parts of "
                        + Arrays.toString(perClass) + " rows a class need " + wanted);
            }
            int[] chosen = random.choose(rows.length, wanted);
            int next = 0;
            for (int part = 0; part < parts.length; part++) {
                for (int i = 0; i < perClass[part]; i++) {
                    parts[part][c * perClass[part] + i] = rows[chosen[next++]];
                }
            }
        }
        for (int part = 0; part < parts.length; part++) {
            int[] ordered = parts[part];
            parts[part] = Arrays.stream(random.permutation(ordered.length))
                    .map(i -> ordered[i])
                    .toArray();
        }
        return parts;
    }
}
