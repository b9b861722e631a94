package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "smoothed(epsilon=0.1)", beats = "oneHot", on = "ece")
record RepeatedLevels(
        @Levels({"2", "2"}) int size, // error: repeated-level: level '2' of factor 'size' stands twice
        @Levels("a|b") String text, // error: bad-level: has one of the signs
        RepeatedLevels.Empty empty) { // error: no-levels: factor 'empty' has no levels
    record Result(double ece) {}

    @Variant(baseline = true)
    Result oneHot(Trial t) {
        return new Result(size + text.length() + empty.ordinal());
    }

    @Variant
    Result smoothed(Trial t, @Levels({"0.1", "1e-1"}) double epsilon) { // error: repeated-level: level '0.1' of level 'epsilon' stands twice
        return new Result(epsilon);
    }

    @Metric(better = LOWER)
    static double ece(Result result) {
        return result.ece();
    }

    enum Empty {}
}
