package dev.assay.plan;

/** What a claim says of its sides' values. */
public sealed interface Statement {
    /** A statement that sets one side against another. */
    sealed interface Relative extends Statement {
        /** The side compared with. */
        Side other();
    }

    /** Better by more than {@code by}, in the metric's unit; a negative {@code by} says "not worse by more than". */
    record Beats(Side other, double by) implements Relative {}

    /** Better by more than a ratio, {@code times > 1}; judged on logarithms. */
    record BeatsTimes(Side other, double times) implements Relative {}

    /** Equal, give or take {@code within}; 0 means equal at every seed. */
    record Matches(Side other, double within) implements Relative {}

    /** At most {@code bound} at every seed. */
    record AtMost(double bound) implements Statement {}

    /** At least {@code bound} at every seed. */
    record AtLeast(double bound) implements Statement {}
}
