package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "smoothed(epsilon=0.1)", beats = "oneHot", on = "ece")
record TooManyCells( // error: too-many-cells: too-many-cells has 30000 cells
        @Levels({"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"}) int a,
        @Levels({"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"}) int b,
        @Levels({"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"}) int c,
        @Levels({"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"}) int d) {
    record Result(double ece) {}

    @Variant(baseline = true)
    Result oneHot(Trial t) {
        return new Result(a * b * c * d);
    }

    @Variant
    Result smoothed(Trial t, @Levels({"0.1", "0.2"}) double epsilon) {
        return new Result(epsilon);
    }

    @Metric(better = LOWER)
    static double ece(Result result) {
        return result.ece();
    }
}
