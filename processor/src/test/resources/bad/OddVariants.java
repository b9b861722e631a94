package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(that = "smoothed(epsilon=0.1)", beats = "oneHot", on = "ece")
record OddVariants(@Levels({"2", "8"}) int size) {
    record Result(double ece) {}

    @Variant(baseline = true)
    Result oneHot( // error: baseline-family: the baseline 'oneHot' is a family
            Trial t, @Levels("1") int depth) {
        return new Result(size * depth);
    }

    @Variant
    Result smoothed(Trial t, @Levels({"0.1", "0.2"}) double epsilon) {
        return new Result(epsilon);
    }

    @Variant(when = "size=2, size=8") // error: never-there: exists at no level, because 'size=2, size=8' never holds
    Result nowhere(Trial t) {
        return new Result(0);
    }

    @Variant(ignores = "sise") // error: unknown-factor: Did you mean 'size'?
    Result deaf(Trial t) {
        return new Result(0);
    }

    @Variant
    Result größe(Trial t) { // error: bad-name: 'größe' cannot name a variant
        return new Result(0);
    }

    @Metric(better = LOWER)
    static double ece(Result result) {
        return result.ece();
    }
}
