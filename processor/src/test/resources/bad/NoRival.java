package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "oneHot", on = "ece", atMost = 0.1)
record NoRival() { // error: no-rival: declares no variant beside its baseline and references
    record Result(double ece) {}

    @Variant(baseline = true)
    Result oneHot(Trial t) {
        return new Result(1);
    }

    @Variant(reference = true)
    Result exact(Trial t) {
        return new Result(0);
    }

    @Metric(better = LOWER)
    static double ece(Result result) {
        return result.ece();
    }
}
