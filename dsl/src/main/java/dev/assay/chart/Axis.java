package dev.assay.chart;

/**
 * One axis of a {@link Plane}.
 *
 * @param label what is measured along it, with its unit
 * @param logarithmic whether equal distances mean equal ratios; values must then be positive
 */
public record Axis(String label, boolean logarithmic) {
    /** A linear axis. */
    public static Axis of(String label) {
        return new Axis(label, false);
    }
}
