package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "smoothed(epsilon=0.1)", beats = "oneHot", on = "ece")
record HiddenTypes(
        HiddenTypes.Data data) { // error: hidden-type: is of the enum Data, which is private
    private enum Data {
        MOONS
    }

    private record Result(double ece) {}

    @Variant(baseline = true)
    Result oneHot(Trial t) { // error: hidden-type: returns Result, which is private
        return new Result(1);
    }

    @Variant
    Result smoothed( // error: hidden-type: returns Result
            Trial t, @Levels({"0.1", "0.2"}) double epsilon) {
        return new Result(epsilon);
    }

    @Metric(better = LOWER)
    static double ece(Result result) {
        return result.ece();
    }
}
