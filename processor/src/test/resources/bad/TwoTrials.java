package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "smoothed", beats = "oneHot", on = "ece")
@Claim(that = "smoothed", beats = "late", on = "ece")
record TwoTrials() {
    record Result(double ece) {}

    @Variant(baseline = true)
    Result oneHot(Trial t) {
        return new Result(1);
    }

    @Variant
    Result smoothed(
            Trial t, @Levels("1") int epochs,
            @Levels("again") Trial again) { // error: level-type: 'again' is of type Trial, which levels cannot be read as
        return new Result(2);
    }

    @Variant
    Result late(@Levels("1") int epochs, Trial t) { // error: variant-trial: variant 'late' takes (int, Trial); its first
        return new Result(3);
    }

    @Metric(better = LOWER)
    static double ece(Result result) {
        return result.ece();
    }
}
