package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "smoothed(epsilon=0.1)", beats = "oneHot", on = "ece")
record UnusedFactor(
        @Levels({"2", "8"}) int size) { // error: unused-factor: every variant of unused-factor ignores factor 'size'
    record Result(double ece) {}

    @Variant(baseline = true, ignores = "size")
    Result oneHot(Trial t) {
        return new Result(size);
    }

    @Variant(ignores = "size")
    Result smoothed(Trial t, @Levels({"0.1", "0.2"}) double epsilon) {
        return new Result(epsilon);
    }

    @Metric(better = LOWER)
    static double ece(Result result) {
        return result.ece();
    }
}
