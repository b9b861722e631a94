package dev.assay.experiments.sequence;

import ai.djl.ndarray.NDArray;
import dev.assay.Trial;
import dev.assay.train.Net;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How long a net takes to read one sequence of each length.
 *
 * @param millis the median of a few forward passes over a batch of one, for lengths 64, 256 and 1,024
 */
record ForwardTimes(List<Double> millis) {
    ForwardTimes {
        millis = List.copyOf(millis);
    }

    private static final int SHORTEST = 64;
    private static final int LENGTHS = 3;
    private static final int FACTOR = 4;

    static ForwardTimes of(Trial trial, Net net, int symbols) {
        return new ForwardTimes(IntStream.range(0, LENGTHS)
                .mapToObj(i -> {
                    float[][] sequence = new float[1][SHORTEST * (int) Math.pow(FACTOR, i)];
                    for (int t = 0; t < sequence[0].length; t++) {
                        sequence[0][t] = t % symbols;
                    }
                    NDArray x = trial.arrays().create(sequence);
                    return trial.meter(1, 3, () -> net.eval(x).sum().toFloatArray()[0])
                            .millis();
                })
                .toList());
    }

    double atShortest() {
        return millis.get(0);
    }

    double atLongest() {
        return millis.get(millis.size() - 1);
    }

    /** The slope of the least-squares line through log millis against log length: 1 is linear growth, 2 quadratic. */
    double slope() {
        double meanX = (LENGTHS - 1) / 2.0; // in factors of the length
        double meanY = millis.stream().mapToDouble(ForwardTimes::log).average().orElseThrow();
        double products = 0;
        double squares = 0;
        for (int i = 0; i < LENGTHS; i++) {
            products += (i - meanX) * (log(millis.get(i)) - meanY);
            squares += (i - meanX) * (i - meanX);
        }
        return products / squares;
    }

    private static double log(double value) {
        return Math.log(value) / Math.log(FACTOR);
    }
}
