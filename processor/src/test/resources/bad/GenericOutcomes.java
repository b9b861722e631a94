package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "smoothed(epsilon=0.1)", beats = "oneHot", on = "ece")
record GenericOutcomes() {
    sealed interface Result {
        double ece();
    }

    record Plain(double ece) implements Result {}

    record Soft<T>(double ece) implements Result {}

    @Variant(baseline = true)
    Plain oneHot(Trial t) {
        return new Plain(1);
    }

    @Variant
    Soft<String> smoothed( // error: generic-outcome: returns Soft<String>, one of several kinds of Result
            Trial t, @Levels({"0.1", "0.2"}) double epsilon) {
        return new Soft<>(epsilon);
    }

    @Metric(better = LOWER)
    static double ece(Result result) {
        return result.ece();
    }
}
