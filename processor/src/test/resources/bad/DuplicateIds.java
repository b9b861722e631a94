package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(id = "same", question = 14, title = "One", asks = "Which?")
@Claim(that = "smoothed(epsilon=0.1)", beats = "oneHot", on = "ece")
record DuplicateIds() {
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

@Experiment(
        id = "same", // error: repeated-id: TheOther and bad.DuplicateIds both have the id 'same'
        question = 14, // error: repeated-question: both answer question 14
        title = "Other",
        asks = "Which?")
@Claim(that = "smoothed(epsilon=0.1)", beats = "oneHot", on = "ece")
record TheOther() {
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
