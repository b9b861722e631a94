package dev.assay.experiments.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Breast cancer Wisconsin (diagnostic): 569 tumours, 212 malignant (class 0) and 357 benign (class 1), each with the mean,
 * the standard error and the worst of ten measurements of its cells' nuclei (Street, Wolberg, Mangasarian 1993).
 */
public final class BreastCancer {
    private static final List<String> MEASURED = List.of(
            "radius",
            "texture",
            "perimeter",
            "area",
            "smoothness",
            "compactness",
            "concavity",
            "concave points",
            "symmetry",
            "fractal dimension");
    private static final List<String> FEATURES = Stream.of("mean ", "error of ", "worst ")
            .flatMap(kind -> MEASURED.stream().map(kind::concat))
            .toList();

    private BreastCancer() {}

    /** All 569 rows of 30 positive or zero features, in their published order; read anew at each call. */
    public static Table all() {
        List<String> lines = new DataFile("breast_cancer.csv.gz").lines();
        String[] head = lines.get(0).split(",", -1);
        int rows = Integer.parseInt(head[0]);
        int width = Integer.parseInt(head[1]);
        if (rows != lines.size() - 1 || width != FEATURES.size()) {
            throw new IllegalStateException("breast_cancer.csv.gz announces " + rows + " rows of " + width
                    + " features; it has " + (lines.size() - 1) + " rows, and there are " + FEATURES.size() + " names");
        }
        double[][] x = new double[rows][];
        int[] y = new int[rows];
        for (int i = 0; i < rows; i++) {
            double[] values = Arrays.stream(lines.get(i + 1).split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            x[i] = Arrays.copyOf(values, width);
            y[i] = (int) values[width];
        }
        return Table.of(FEATURES, x, y, Arrays.asList(head).subList(2, head.length));
    }

    /** The same rows with their ten mean features only, columns 0 to 9. */
    public static Table means() {
        return all().columns(IntStream.range(0, MEASURED.size()).toArray());
    }
}
