package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "smoothed", beats = "oneHot", on = "ece")
@Resampled(train = 2, test = 1, when = "data=CANCER")
@Resampled(train = 4, test = 1) // error: bad-resampling: says twice how its splits are drawn at {data=CANCER}
record ResampledTwice(@Levels({"CANCER", "MOONS"}) String data) {
    record Result(double ece) {}

    @Variant(baseline = true)
    Result oneHot(Trial t) {
        return new Result(1);
    }

    @Variant
    Result smoothed(Trial t) {
        return new Result(2);
    }

    @Metric(better = LOWER)
    static double ece(Result result) {
        return result.ece();
    }
}
