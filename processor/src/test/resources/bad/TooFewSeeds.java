package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(
        title = "Label smoothing",
        asks = "Does it calibrate?",
        quickSeeds = 1, // error: few-seeds: runs 1 seed; a spread needs at least 2
        fullSeeds = 4) // error: few-seeds: stakes 1 comparison on 4 seeds, with which no test can reach p = 0.05; run at least 6
@Claim(that = "smoothed(epsilon=0.1)", beats = "oneHot", on = "ece")
record TooFewSeeds() {
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
}
