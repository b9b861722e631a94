package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "smoothed(epsilon=0.1)", beats = "oneHot", on = "ece")
record NeverReached() {
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

    @Metric(better = Better.HIGHER, never = 100) // error: bad-never: has the cap 100.0, at which a target was never reached
    static double score(Result result) {
        return result.ece();
    }

    @Metric(better = LOWER, never = -1) // error: bad-never: is never reached at -1.0
    static double steps(Result result) {
        return result.ece();
    }
}
