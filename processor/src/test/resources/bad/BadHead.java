package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(
        id = "Label Smoothing", // error: bad-id: 'Label Smoothing' cannot be the name of a page
        question = -1, // error: bad-question: answers question -1
        title = " ", // error: no-title: has an empty title
        asks = "It calibrates.") // error: bad-asks: 'It calibrates.' is no question
@Claim(that = "smoothed(epsilon=0.1)", beats = "oneHot", on = "ece")
record BadHead() {
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
