package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "oneHot", on = "ece", atMost = 1)
record MixedOutcomes() { // error: mixed-outcomes: return Result and String, which have nothing in common
    record Result(double ece) {}

    @Variant(baseline = true)
    Result oneHot(Trial t) {
        return new Result(1);
    }

    @Variant
    String smoothed(Trial t, @Levels({"0.1", "0.2"}) double epsilon) {
        return "";
    }

    @Metric(better = LOWER)
    static double ece(Result result) {
        return result.ece();
    }
}
