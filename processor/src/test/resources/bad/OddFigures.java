package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "smoothed(epsilon=0.1)", beats = "oneHot", on = "ece")
record OddFigures() {
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

    @Figure("Curve")
    Chart curve(Result result) { // error: figure-method: figure 'curve' is not static
        return Plane.of("x", "y");
    }

    @Figure("Two")
    static Chart two(Result result, Result other) { // error: figure-parameter: figure 'two' takes (Result, Result)
        return Plane.of("x", "y");
    }
}
