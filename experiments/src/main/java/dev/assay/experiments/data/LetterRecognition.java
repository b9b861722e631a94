package dev.assay.experiments.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Letter recognition: capital letters of twenty typefaces, distorted at random, each as 16 whole numbers from 0 to 15 that
 * were measured on its picture (Frey and Slate 1991).
 */
public final class LetterRecognition {
    private static final int TRAIN = 16_000;
    private static final List<String> CLASSES =
            IntStream.rangeClosed('A', 'Z').mapToObj(Character::toString).toList();
    private static final List<String> FEATURES = List.of(
            "x-box", "y-box", "width", "high", "onpix", "x-bar", "y-bar", "x2bar", "y2bar", "xybar", "x2ybr", "xy2br",
            "x-ege", "xegvy", "y-ege", "yegvx");

    private LetterRecognition() {}

    /** The first 16,000 rows, which by the data's custom are for training; read anew at each call. */
    public static Table train() {
        return all().rows(IntStream.range(0, TRAIN).toArray());
    }

    /** The last 4,000 rows, which by the data's custom are for test; read anew at each call. */
    public static Table test() {
        Table all = all();
        return all.rows(IntStream.range(TRAIN, all.size()).toArray());
    }

    private static Table all() {
        List<String> lines = new DataFile("letter-recognition.csv.gz").lines();
        double[][] x = new double[lines.size()][];
        int[] y = new int[lines.size()];
        for (int i = 0; i < x.length; i++) {
            String line = lines.get(i);
            y[i] = line.charAt(0) - 'A';
            x[i] = Arrays.stream(line.substring(2).split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
        return Table.of(FEATURES, x, y, CLASSES);
    }
}
