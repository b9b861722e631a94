package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "smoothed(epsilon=0.1)", beats = "oneHot", on = "ece")
record StrayLevels() {
    record Result(double ece) {}

    @Variant(baseline = true)
    Result oneHot(
            @Levels("1") Trial t) { // error: stray-part: @Levels stands on 't' of 'oneHot', the trial
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

    static double mean(
            @Levels("1") int depth) { // error: stray-part: @Levels stands on 'depth' of 'mean', which is no variant
        return depth;
    }
}
