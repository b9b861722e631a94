package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "smoothed", beats = "oneHot", on = "ece")
record TwoBaselines() {
    record Result(double ece) {}

    @Variant(baseline = true)
    Result oneHot(Trial t) {
        return new Result(1);
    }

    @Variant(baseline = true)
    Result smoothed(Trial t) { // error: two-baselines: marks oneHot and smoothed as baseline
        return new Result(1);
    }

    @Metric(better = LOWER)
    static double ece(Result result) {
        return result.ece();
    }
}
