package dev.assay.experiments.data;

import dev.assay.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of numbers, each with a class; immutable: every array taken in or handed out is a copy. */
public final class Table {
    private final List<String> features;
    private final double[][] x;
    private final int[] y;
    private final List<String> classes;

    private Table(List<String> features, double[][] x, int[] y, List<String> classes) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    x.length + " rows come with " + y.length + " labels; give one label a row");
        }
        for (int i = 0; i < x.length; i++) {
            if (x[i].length != features.size()) {
                throw new IllegalArgumentException(
                        "row " + i + " has " + x[i].length + " values for " + features.size() + " features");
            }
            if (y[i] < 0 || y[i] >= classes.size()) {
                throw new IllegalArgumentException(
                        "row " + i + " has label " + y[i] + ", none of the classes 0 to " + (classes.size() - 1));
            }
        }
        this.features = List.copyOf(features);
        this.x = x;
        this.y = y;
        this.classes = List.copyOf(classes);
    }

    /**
     * A table.
     *
     * @param features the columns' names
     * @param x a row for each case, of {@code features.size()} values
     * @param y the class of each row, 0 to {@code classes.size() - 1}
     * @param classes the classes' names
     * @throws IllegalArgumentException if the sizes do not fit each other, or a label names no class
     */
    public static Table of(List<String> features, double[][] x, int[] y, List<String> classes) {
        return new Table(features, copy(x), y.clone(), classes);
    }

    /** How many rows. */
    public int size() {
        return y.length;
    }

    /** How many columns. */
    public int width() {
        return features.size();
    }

    /** The columns' names. */
    public List<String> features() {
        return features;
    }

    /** The classes' names; a label is an index into them. */
    public List<String> classes() {
        return classes;
    }

    /** The values, {@code size × width}. */
    public double[][] x() {
        return copy(x);
    }

    /** The values of one row. */
    public double[] row(int row) {
        return x[row].clone();
    }

    /** The class of each row. */
    public int[] y() {
        return y.clone();
    }

    /** These rows, in this order. */
    public Table rows(int... rows) {
        return new Table(
                features,
                Arrays.stream(rows).mapToObj(row -> x[row]).toArray(double[][]::new),
                Arrays.stream(rows).map(row -> y[row]).toArray(),
                classes);
    }

    /** These columns, in this order. */
    public Table columns(int... columns) {
        return new Table(
                Arrays.stream(columns).mapToObj(features::get).toList(),
                Arrays.stream(x)
                        .map(row ->
                                Arrays.stream(columns).mapToDouble(c -> row[c]).toArray())
                        .toArray(double[][]::new),
                y,
                classes);
    }

    /**
     * The rows of some classes, which are numbered anew in the order given.
     *
     * @throws IllegalArgumentException if a name is none of {@link #classes}
     */
    public Table ofClasses(List<String> names) {
        for (String name : names) {
            if (!classes.contains(name)) {
                throw new IllegalArgumentException("there is no class '" + name + "'; the classes are " + classes);
            }
        }
        int[] rows = IntStream.range(0, size())
                .filter(row -> names.contains(classes.get(y[row])))
                .toArray();
        return new Table(
                features,
                Arrays.stream(rows).mapToObj(row -> x[row]).toArray(double[][]::new),
                Arrays.stream(rows)
                        .map(row -> names.indexOf(classes.get(y[row])))
                        .toArray(),
                names);
    }

    /**
     * Disjoint random parts, each with equally many rows of every class and in random order.
     *
     * @param perClass for each part, how many rows of every class it gets
     * @return as many parts
     * @throws IllegalArgumentException if a class has too few rows
     */
    public List<Table> parts(RandomStream random, int... perClass) {
        return Arrays.stream(new Strata(y, classes.size()).parts(random, perClass))
                .map(this::rows)
                .toList();
    }

    /**
     * Disjoint random parts of whole classes: all rows of a class are in one part, in their order.
     *
     * @param classCounts for each part, how many classes it gets
     * @return as many parts, which keep the names and numbers of all classes
     * @throws IllegalArgumentException if there are too few classes
     */
    public List<Table> partsOfClasses(RandomStream random, int... classCounts) {
        int wanted = Arrays.stream(classCounts).sum();
        if (wanted > classes.size()) {
            throw new IllegalArgumentException("there are " + classes.size() + " classes; parts of "
                    + Arrays.toString(classCounts) + " classes need " + wanted);
        }
        int[] partOfClass = new int[classes.size()];
        Arrays.fill(partOfClass, -1);
        int[] chosen = random.choose(classes.size(), wanted);
        int next = 0;
        for (int part = 0; part < classCounts.length; part++) {
            for (int i = 0; i < classCounts[part]; i++) {
                partOfClass[chosen[next++]] = part;
            }
        }
        return IntStream.range(0, classCounts.length)
                .mapToObj(part -> rows(IntStream.range(0, size())
                        .filter(row -> partOfClass[y[row]] == part)
                        .toArray()))
                .toList();
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }
}
