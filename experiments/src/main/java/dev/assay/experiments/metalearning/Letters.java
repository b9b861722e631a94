package dev.assay.experiments.metalearning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.assay.RandomStream;
import dev.assay.experiments.data.LetterRecognition;
import dev.assay.experiments.data.Rows;
import dev.assay.experiments.data.Standardisation;
import dev.assay.experiments.data.Table;
import java.util.List;
import java.util.stream.IntStream;

/** The rows of some letters, to draw tasks from: which of five letters is this, of which a few examples each are known? */
final class Letters {
    /** The letters of a task. */
    static final int WAYS = 5;

    private final float[][][] rowsOfLetter;

    private Letters(float[][][] rowsOfLetter) {
        this.rowsOfLetter = rowsOfLetter;
    }

    /**
     * Letters apart: those of one part are in no other.
     *
     * @param train what is learned across
     * @param validation what choices are made by
     * @param test what metrics are taken on
     */
    record Parts(Letters train, Letters validation, Letters test) {}

    /** Deals the 26 letters of the data's training rows: 13 to learn across, 6 for validation, 7 for test; scaled by the first. */
    static Parts deal(RandomStream random) {
        List<Table> parts = LetterRecognition.train().partsOfClasses(random, 13, 6, 7);
        Standardisation scale = Standardisation.of(parts.get(0));
        List<Letters> letters =
                parts.stream().map(part -> Letters.of(scale.apply(part))).toList();
        return new Parts(letters.get(0), letters.get(1), letters.get(2));
    }

    /** The letters that have rows in a table. */
    static Letters of(Table table) {
        int[] labels = table.y();
        double[][] x = table.x();
        return new Letters(IntStream.range(0, table.classes().size())
                .mapToObj(letter -> IntStream.range(0, labels.length)
                        .filter(row -> labels[row] == letter)
                        .mapToObj(row -> Rows.floats(x[row]))
                        .toArray(float[][]::new))
                .filter(rows -> rows.length > 0)
                .toArray(float[][][]::new));
    }

    /** How many letters. */
    int count() {
        return rowsOfLetter.length;
    }

    /** The numbers of a row. */
    int width() {
        return rowsOfLetter[0][0].length;
    }

    /**
     * Draws tasks of five letters each, numbered 0 to 4 in random order; the support is in random order, too.
     *
     * @param shots examples of each letter to learn from
     * @param queries other examples of each to be judged by
     */
    Episodes draw(NDManager arrays, RandomStream random, int tasks, int shots, int queries) {
        Batch support = new Batch(tasks, WAYS * shots, width(), WAYS);
        Batch query = new Batch(tasks, WAYS * queries, width(), WAYS);
        for (int task = 0; task < tasks; task++) {
            int[] letters = random.choose(count(), WAYS);
            int[] order = random.permutation(WAYS * shots);
            for (int label = 0; label < WAYS; label++) {
                float[][] rows = rowsOfLetter[letters[label]];
                int[] chosen = random.choose(rows.length, shots + queries);
                for (int i = 0; i < shots; i++) {
                    support.put(task, order[label * shots + i], rows[chosen[i]], label);
                }
                for (int i = 0; i < queries; i++) {
                    query.put(task, label * queries + i, rows[chosen[shots + i]], label);
                }
            }
        }
        return episodes(arrays, support, query);
    }

    /** Draws one task of all these letters: rows of any of them, with as many outputs as there are letters. */
    Episodes drawAll(NDManager arrays, RandomStream random, int support, int queries) {
        Batch[] parts = {new Batch(1, support, width(), count()), new Batch(1, queries, width(), count())};
        for (int i = 0; i < support + queries; i++) {
            int letter = random.nextInt(count());
            float[] row = rowsOfLetter[letter][random.nextInt(rowsOfLetter[letter].length)];
            parts[i < support ? 0 : 1].put(0, i < support ? i : i - support, row, letter);
        }
        return episodes(arrays, parts[0], parts[1]);
    }

    private static Episodes episodes(NDManager arrays, Batch support, Batch query) {
        return new Episodes(support.x(arrays), support.y(arrays), query.x(arrays), query.y(arrays));
    }

    /** Rows with labels on their way into an engine. */
    private static final class Batch {
        private final int tasks;
        private final int examples;
        private final int width;
        private final int labels;
        private final float[] x;
        private final float[] y;

        Batch(int tasks, int examples, int width, int labels) {
            this.tasks = tasks;
            this.examples = examples;
            this.width = width;
            this.labels = labels;
            x = new float[tasks * examples * width];
            y = new float[tasks * examples * labels];
        }

        void put(int task, int example, float[] row, int label) {
            int place = task * examples + example;
            System.arraycopy(row, 0, x, place * width, width);
            y[place * labels + label] = 1;
        }

        NDArray x(NDManager arrays) {
            return Episodes.array(arrays, x, tasks, examples);
        }

        NDArray y(NDManager arrays) {
            return Episodes.array(arrays, y, tasks, examples);
        }
    }
}
