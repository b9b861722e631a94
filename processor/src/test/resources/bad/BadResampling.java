package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "smoothed", beats = "oneHot", on = "ece")
@Resampled(
        train = 0, // error: bad-resampling: 0 rows train
        test = -1, // error: bad-resampling: -1 rows test
        when = "dato=CANCER") // error: unknown-factor: Did you mean 'data'?
record BadResampling(@Levels({"CANCER", "MOONS"}) String data) {
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
