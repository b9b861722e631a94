package dev.assay.experiments.data;

import dev.assay.chart.Pictures;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Handwritten digits, 8×8 pixels of whole numbers from 0 (empty) to 16 (inked): the 1,797 pictures of the test part, by writers
 * of whom the training part has none (Alpaydin and Kaynak 1998).
 */
public final class Digits {
    /** The width and height of a picture. */
    public static final int SIDE = 8;

    /** The pixels of a picture. */
    public static final int PIXELS = SIDE * SIDE;

    /** The pixel of full ink. */
    public static final int INK = 16;

    private static final List<String> PLACES = IntStream.range(0, PIXELS)
            .mapToObj(pixel -> "row " + pixel / SIDE + ", column " + pixel % SIDE)
            .toList();
    private static final List<String> CLASSES =
            IntStream.range(0, 10).mapToObj(Integer::toString).toList();

    private Digits() {}

    /** All pictures in their published order, row after row from the top left, with their digits; read anew at each call. */
    public static Table all() {
        List<String> lines = new DataFile("digits.csv.gz").lines();
        double[][] x = new double[lines.size()][];
        int[] y = new int[lines.size()];
        for (int i = 0; i < x.length; i++) {
            double[] values = Arrays.stream(lines.get(i).split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            x[i] = Arrays.copyOf(values, PIXELS);
            y[i] = (int) values[PIXELS];
        }
        return Table.of(PLACES, x, y, CLASSES);
    }

    /** The pictures of a table with pixels from 0 to 1. */
    public static float[][] grey(Table digits) {
        return Arrays.stream(digits.x())
                .map(row ->
                        Rows.floats(Arrays.stream(row).map(value -> value / INK).toArray()))
                .toArray(float[][]::new);
    }

    /** The pictures of a table with pixels of 0 or 1: those at least half inked are 1. */
    public static float[][] binary(Table digits) {
        return Arrays.stream(digits.x())
                .map(row -> Rows.floats(Arrays.stream(row)
                        .map(value -> value >= INK / 2.0 ? 1 : 0)
                        .toArray()))
                .toArray(float[][]::new);
    }

    /** Rows of pixels as pictures, one group after the other. */
    public static Pictures pictures(int columns, float[][]... groups) {
        Pictures pictures = Pictures.inColumns(columns);
        for (float[][] group : groups) {
            for (float[] digit : group) {
                pictures = pictures.with("", SIDE, digit);
            }
        }
        return pictures;
    }
}
