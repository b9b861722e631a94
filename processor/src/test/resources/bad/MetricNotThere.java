package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(
        that = "smoothed(epsilon=0.1)",
        beats = "oneHot", // error: metric-not-there: cannot be taken on what variant 'oneHot' returns; it is there for: smoothed
        on = "ece")
record MetricNotThere() {
    sealed interface Result {}

    record Plain() implements Result {}

    record Calibrated(double ece) implements Result {}

    @Variant(baseline = true)
    Plain oneHot(Trial t) {
        return new Plain();
    }

    @Variant
    Calibrated smoothed(Trial t, @Levels({"0.1", "0.2"}) double epsilon) {
        return new Calibrated(epsilon);
    }

    @Metric(better = LOWER)
    static double ece(Calibrated result) {
        return result.ece();
    }
}
