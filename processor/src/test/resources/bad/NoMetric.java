package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "smoothed", beats = "oneHot", on = "ece") // error: unknown-metric: has no metric 'ece'
record NoMetric() { // error: no-metric: declares no metric; say with @Metric
    record Result(double ece) {}

    @Variant(baseline = true)
    Result oneHot(Trial t) {
        return new Result(1);
    }

    @Variant
    Result smoothed(Trial t, @Levels({"0.1", "0.2"}) double epsilon) {
        return new Result(epsilon);
    }

}
