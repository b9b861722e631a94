package dev.assay.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import dev.assay.RandomStream;
import dev.assay.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of inputs and targets. The arrays live as long as the trial, or the step, in which they were made.
 *
 * <p>The targets of classes are distributions (one-hot), so that they can be smoothed and mixed; the labels stay beside them.
 */
public final class Data {
    private final NDArray x;
    private final NDArray y;
    private final int @Nullable [] labels;

    private Data(NDArray x, NDArray y, int @Nullable [] labels) {
        if (x.getShape().get(0) != y.getShape().get(0)) {
            throw new IllegalArgumentException("inputs " + x.getShape() + " and targets " + y.getShape()
                    + " have different numbers of rows; give each row a target");
        }
        this.x = x;
        this.y = y;
        this.labels = labels;
    }

    /**
     * Rows that belong to classes.
     *
     * @param x a row each
     * @param labels each row's class, from 0 to {@code classes - 1}
     * @param rowShape the shape of a row, such as 1, 28, 28; flat when not given
     */
    public static Data of(Trial trial, float[][] x, int[] labels, int classes, long... rowShape) {
        return new Data(
                array(trial.arrays(), x, rowShape), array(trial.arrays(), oneHot(labels, classes)), labels.clone());
    }

    /**
     * Rows that belong to classes, as pictures come: one after another.
     *
     * @param x all rows
     * @param labels each row's class, from 0 to {@code classes - 1}
     * @param rowShape the shape of a row, such as 1, 28, 28
     */
    public static Data of(Trial trial, float[] x, int[] labels, int classes, long... rowShape) {
        Shape shape = new Shape(labels.length).addAll(new Shape(rowShape));
        if (shape.size() != x.length) {
            throw new IllegalArgumentException(labels.length + " rows of shape " + new Shape(rowShape) + " have "
                    + shape.size() + " numbers, not " + x.length);
        }
        return new Data(
                trial.arrays().create(x, shape), array(trial.arrays(), oneHot(labels, classes)), labels.clone());
    }

    /**
     * Sequences of symbols with a class at each moment.
     *
     * @param x a sequence each, all of one length
     * @param labels the classes at its moments
     */
    public static Data ofSequences(Trial trial, int[][] x, int[][] labels) {
        int[] flat = Arrays.stream(labels).flatMapToInt(Arrays::stream).toArray();
        return new Data(array(trial.arrays(), floats(x)), array(trial.arrays(), floats(labels)), flat);
    }

    private static float[][] floats(int[][] numbers) {
        float[][] floats = new float[numbers.length][];
        for (int i = 0; i < numbers.length; i++) {
            floats[i] = new float[numbers[i].length];
            for (int j = 0; j < numbers[i].length; j++) {
                floats[i][j] = numbers[i][j];
            }
        }
        return floats;
    }

    private static float[][] oneHot(int[] labels, int classes) {
        float[][] y = new float[labels.length][classes];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException(
                        "row " + i + " has label " + labels[i] + "; " + classes + " classes are 0 to " + (classes - 1));
            }
            y[i][labels[i]] = 1;
        }
        return y;
    }

    /**
     * Rows with numbers to predict.
     *
     * @param x a row each
     * @param targets a row of targets each
     * @param rowShape the shape of a row of x; flat when not given
     */
    public static Data of(Trial trial, float[][] x, float[][] targets, long... rowShape) {
        return new Data(array(trial.arrays(), x, rowShape), array(trial.arrays(), targets), null);
    }

    /**
     * Arrays whose first axis counts the rows.
     *
     * @param x inputs
     * @param y targets
     */
    public static Data of(NDArray x, NDArray y) {
        return new Data(x, y, null);
    }

    private static NDArray array(NDManager manager, float[][] rows, long... rowShape) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("data need at least one row");
        }
        int width = rows[0].length;
        Shape row = rowShape.length == 0 ? new Shape(width) : new Shape(rowShape);
        if (row.size() != width) {
            throw new IllegalArgumentException("rows of " + width + " numbers do not have the shape " + row);
        }
        float[] flat = new float[Math.multiplyExact(rows.length, width)];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != width) {
                throw new IllegalArgumentException(
                        "row " + i + " has " + rows[i].length + " numbers and row 0 has " + width);
            }
            System.arraycopy(rows[i], 0, flat, i * width, width);
        }
        return manager.create(flat, new Shape(rows.length).addAll(row));
    }

    /** The inputs, of shape (rows, …). */
    public NDArray x() {
        return x;
    }

    /** The targets, of shape (rows, …); a distribution over classes for labelled rows, classes for sequences. */
    public NDArray y() {
        return y;
    }

    /** How many rows there are. */
    public int size() {
        return Math.toIntExact(x.getShape().get(0));
    }

    /**
     * Each row's class; of sequences, those of the first row's moments, then of the second's.
     *
     * @throws IllegalStateException if the rows have targets that are no classes
     */
    public int[] labels() {
        if (labels == null) {
            throw new IllegalStateException(
                    "these rows have targets " + y.getShape() + " and no labels; make them with labels and classes");
        }
        return labels.clone();
    }

    /** The rows of these indices, in that order. */
    public Data rows(int... indices) {
        try (NDArray index = x.getManager().create(indices)) {
            int[] chosen = labels == null
                    ? null
                    : Arrays.stream(indices)
                            .flatMap(i -> Arrays.stream(labels, i * labelsOfARow(), (i + 1) * labelsOfARow()))
                            .toArray();
            return new Data(x.get(new NDIndex("{}", index)), y.get(new NDIndex("{}", index)), chosen);
        }
    }

    /** The rows from one index to before another. */
    Data range(int from, int to) {
        return new Data(
                x.get(new NDIndex().addSliceDim(from, to)),
                y.get(new NDIndex().addSliceDim(from, to)),
                labels == null ? null : Arrays.copyOfRange(labels, from * labelsOfARow(), to * labelsOfARow()));
    }

    private int labelsOfARow() {
        return labels == null ? 0 : labels.length / size();
    }

    /** These rows in another order and in batches, the last of which may be smaller; all are cut in one go. */
    List<Data> batches(int[] order, int size) {
        Data ordered = rows(order);
        long[] cuts = new long[(order.length - 1) / size];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = (long) size * (i + 1);
        }
        NDList xs = ordered.x.split(cuts);
        NDList ys = ordered.y.split(cuts);
        List<Data> batches = new ArrayList<>(xs.size());
        for (int i = 0; i < xs.size(); i++) {
            int from = i * size;
            batches.add(new Data(
                    xs.get(i),
                    ys.get(i),
                    ordered.labels == null
                            ? null
                            : Arrays.copyOfRange(ordered.labels, from, Math.min(order.length, from + size))));
        }
        return batches;
    }

    /** These rows and then the other's. */
    public Data and(Data other) {
        int[] both = null;
        if (labels != null && other.labels != null) {
            both = Arrays.copyOf(labels, labels.length + other.labels.length);
            System.arraycopy(other.labels, 0, both, labels.length, other.labels.length);
        }
        return new Data(NDArrays.concat(new NDList(x, other.x), 0), NDArrays.concat(new NDList(y, other.y), 0), both);
    }

    /**
     * Three sets of rows that share none, drawn at random.
     *
     * @throws IllegalArgumentException if there are fewer rows than asked for
     */
    public Split split(RandomStream random, int train, int valid, int test) {
        int[] order = random.choose(size(), train + valid + test);
        return new Split(
                rows(Arrays.copyOf(order, train)),
                rows(Arrays.copyOfRange(order, train, train + valid)),
                rows(Arrays.copyOfRange(order, train + valid, order.length)));
    }

    /**
     * Three sets of rows that share none.
     *
     * @param train what weights are fitted to
     * @param valid what stopping and choices are made on
     * @param test what is reported
     */
    public record Split(Data train, Data valid, Data test) {}
}
