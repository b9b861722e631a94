package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "smoothed(epsilon=0.1)", beats = "oneHot", on = "ece")
record MetricOfAnother() {
    interface Sized {}

    sealed interface Result {
        double ece();
    }

    record Plain(double ece) implements Result {}

    record Soft(double ece) implements Result, Sized {}

    @Variant(baseline = true)
    Plain oneHot(Trial t) {
        return new Plain(1);
    }

    @Variant
    Soft smoothed(Trial t, @Levels({"0.1", "0.2"}) double epsilon) {
        return new Soft(epsilon);
    }

    @Metric(better = LOWER)
    static double ece(Result result) {
        return result.ece();
    }

    @Metric(better = LOWER)
    static double size(Sized sized) { // error: metric-outcome: takes Sized, which is no kind of the Result that all variants return
        return 1;
    }

    @Figure("Size")
    static Chart drawn(Sized sized) { // error: figure-outcome: takes Sized, which is no kind of the Result that all variants return
        return Plane.of("x", "y");
    }
}
