package dev.assay.experiments.flows;

import java.util.function.DoubleUnaryOperator;

/** Solves f(x) = y for a rising f by halving. */
final class Root {
    private Root() {}

    /**
     * The solution, to the last bit that halving can tell apart.
     *
     * @param low an x at which f is at most {@code y}
     * @param high an x at which f is at least {@code y}
     */
    static double of(DoubleUnaryOperator rising, double y, double low, double high) {
        double below = low;
        double above = high;
        while (true) {
            double middle = below + (above - below) / 2;
            if (!(middle > below && middle < above)) {
                return middle;
            }
            if (rising.applyAsDouble(middle) < y) {
                below = middle;
            } else {
                above = middle;
            }
        }
    }
}
