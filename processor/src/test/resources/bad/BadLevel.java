package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "smoothed(epsilon=0.1)", beats = "oneHot", on = "ece")
record BadLevel(
        @Levels({
            "2",
            "8.5" // error: bad-level: level '8.5' of factor 'batchSize' does not read as an int
        }) int batchSize) {
    record Result(double ece) {}

    @Variant(baseline = true)
    Result oneHot(Trial t) {
        return new Result(1);
    }

    @Variant
    Result smoothed(
            Trial t,
            @Levels({
                "0.1",
                "a tenth" // error: bad-level: level 'a tenth' of level 'epsilon' does not read as a finite double
            }) double epsilon) {
        return new Result(epsilon);
    }

    @Metric(better = LOWER)
    static double ece(Result result) {
        return result.ece();
    }
}
