package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "smoothed(epsilon=0.1)", beats = "oneHot", on = "ece")
record UnreadLevels(
        @Levels({"2", "8", "32"}) int size) { // warning: unread-factor: nothing in UnreadLevels reads factor 'size', so its 3 levels
    record Result(double ece) {}

    @Variant(baseline = true)
    Result oneHot(Trial t) {
        return new Result(1);
    }

    @Variant
    Result smoothed(
            Trial t,
            @Levels({"0.1", "0.2"}) double epsilon) { // warning: unread-level: variant 'smoothed' does not read its level 'epsilon', so its 2 members
        return new Result(0.5);
    }

    @Metric(better = LOWER)
    static double ece(Result result) {
        return result.ece();
    }
}
