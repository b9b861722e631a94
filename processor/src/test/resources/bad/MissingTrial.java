package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "smoothed", beats = "oneHot", on = "ece")
record MissingTrial() {
    record Result(double ece) {}

    @Variant(baseline = true)
    Result oneHot(Trial t) {
        return new Result(1);
    }

    @Variant
    Result smoothed() { // error: variant-trial: variant 'smoothed' takes (); its first parameter is the dev.assay.Trial
        return new Result(1);
    }

    @Metric(better = LOWER)
    static double ece(Result result) {
        return result.ece();
    }
}
