package dev.assay.experiments.causal;

/**
 * An effect with its standard error.
 *
 * @param effect what the treatment does to the outcome, on average
 * @param standardError 0 or more
 */
public record Estimate(double effect, double standardError) {
    private static final double NORMAL_97_5 = 1.959963984540054;

    /** Whether the 95 % interval contains a value. */
    public boolean covers(double value) {
        return Math.abs(effect - value) <= NORMAL_97_5 * standardError;
    }
}
