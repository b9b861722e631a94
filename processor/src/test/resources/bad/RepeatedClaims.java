package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "smoothed(epsilon=0.1)", beats = "oneHot", on = "ece")
@Claim(that = "smoothed( epsilon = 0.10 )", beats = "oneHot", on = "ece") // error: repeated-claim: stands twice, once as
@Claim(that = "oneHot", beats = "smoothed(epsilon=0.1)", on = "ece") // error: contradicting-claim: cannot both hold at oneHot
record RepeatedClaims() {
    record Result(double ece) {}

    @Variant(baseline = true)
    Result oneHot(Trial t) {
        return new Result(1);
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
