package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "smoothed(epsilon=0.1)", beats = "oneHot", on = "ece")
record MetricUnused() {
    sealed interface Result {
        double ece();
    }

    record Plain(double ece) implements Result {}

    record Sized(double ece, int size) implements Result {}

    @Variant(baseline = true)
    Result oneHot(Trial t) {
        return new Plain(1);
    }

    @Variant
    Result smoothed(Trial t, @Levels({"0.1", "0.2"}) double epsilon) {
        return new Plain(epsilon);
    }

    @Metric(better = LOWER)
    static double ece(Result result) {
        return result.ece();
    }

    @Metric(better = LOWER)
    static double length(Sized sized) { // error: metric-unused: no variant of metric-unused returns what metric 'length' is taken on
        return sized.size();
    }
}
