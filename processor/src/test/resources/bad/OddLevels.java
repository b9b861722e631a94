package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "smoothed(epsilon=0.1)", beats = "oneHot", on = "ece")
final class OddLevels {
    enum Data {
        MOONS
    }

    OddLevels(
            @Levels("MOONS") Data data, // error: enum-levels: is of the enum Data, whose constants are its levels
            @Levels("1") float rate) {} // error: level-type: 'rate' is of type float, which levels cannot be read as

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
