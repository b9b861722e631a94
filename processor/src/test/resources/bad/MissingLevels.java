package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "smoothed", beats = "oneHot", on = "ece")
record MissingLevels(
        int batchSize) { // error: no-levels: factor 'batchSize' has no levels; list them with @Levels
    record Result(double ece) {}

    @Variant(baseline = true)
    Result oneHot(Trial t) {
        return new Result(1);
    }

    @Variant
    Result smoothed(
            Trial t,
            double epsilon) { // error: no-levels: level 'epsilon' has no levels
        return new Result(epsilon);
    }

    @Metric(better = LOWER)
    static double ece(Result result) {
        return result.ece();
    }
}
