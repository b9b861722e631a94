package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "smoothed(epsilon=0.1)", beats = "oneHot", on = "ece")
record MetricNotDouble() {
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
    static float ece(Result result) { // error: metric-double: metric 'ece' returns float
        return 1;
    }
}
