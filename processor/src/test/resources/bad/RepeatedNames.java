package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "smoothed(epsilon=0.1)", beats = "oneHot", on = "ece")
record RepeatedNames(@Levels({"2", "8"}) int size) {
    record Result(double ece) {}

    @Variant(baseline = true)
    Result oneHot(Trial t) {
        return new Result(size);
    }

    @Variant
    Result smoothed(
            Trial t,
            @Levels({"0.1", "0.2"}) double epsilon,
            @Levels("1") int size) { // error: repeated-name: has a level 'size', which is also a factor
        return new Result(epsilon * size);
    }

    @Metric(better = LOWER)
    static double ece(Result result) {
        return result.ece();
    }

    @Figure("Shared")
    static Chart shared(Result result) {
        return Plane.of("x", "y");
    }

    @Figure("Shared") // error: repeated-name: two figures are called 'Shared'
    static Chart again(Result result) {
        return Plane.of("x", "y");
    }
}
