package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(
        that = "smooth", // error: unknown-variant: has no variant 'smooth'
        beats = "onehot", // error: unknown-variant: Did you mean 'oneHot'?
        on = "nll", // error: unknown-metric: has no metric 'nll'
        when = "size=3") // error: unknown-factor: has no factor 'size'
@Claim(that = "oneHot", on = "ece") // error: claim-kind: says nothing
record ManyMistakes( // error: no-baseline: no baseline
        int batchSize) { // error: no-levels: factor 'batchSize' has no levels
    record Result(double ece) {}

    @Variant
    private Result oneHot(Trial t) { // error: variant-method: variant 'oneHot' is private
        return new Result(1);
    }

    @Variant
    Result smoothed(Trial t, @Levels({"0.1", "0.2"}) double epsilon) {
        return new Result(epsilon);
    }

    @Metric(better = LOWER)
    static int ece(Result result) { // error: metric-double: metric 'ece' returns int
        return 1;
    }
}
