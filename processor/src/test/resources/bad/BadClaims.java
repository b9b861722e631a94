package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
@Claim(
        that = "smoothed(", // error: bad-side: 'smoothed(' is no side of a claim
        beats = "oneHot",
        on = "ece")
@Claim(that = "smoothed", beats = "oneHot", on = "ece", times = 0.5) // error: claim-margin: times = 0.5 goes with beats and is more than 1
@Claim(that = "smoothed", matches = "oneHot", on = "ece", within = -1) // error: claim-margin: within = -1.0 goes with matches
@Claim(that = "smoothed", beats = "oneHot", on = "draws") // error: no-direction: metric 'draws' has no better direction
@Claim(that = "smoothed", on = "millis", atMost = 5) // error: timing-exact: metric 'millis' is a timing
@Claim(that = "exact", beats = "oneHot", on = "ece") // error: reference-claim: 'exact' is a reference
@Claim(that = "smoothed", beats = "oneHot", on = "ece", along = "data") // error: bad-along: along 'data' needs at least two positive numbers
@Claim(that = "smoothed", beats = "oneHot", on = "ece", when = "data>MOONS") // error: bad-condition: 'data>MOONS' in 'data>MOONS' is no condition
@Claim(that = "smoothed", beats = "oneHot", on = "ece", when = "data=MOON") // error: unknown-level: Did you mean 'MOONS'?
@Claim(that = "smoothed", beats = "deaf(data=MOONS)", on = "ece") // error: ignored-factor: variant 'deaf' ignores 'data'
@Claim(that = "smoothed", beats = "oneHot", on = "ece", when = "data=MOONS", over = Over.MEAN) // error: bad-over: leaves no factor free
@Claim(that = "smoothed(data=MOONS)", beats = "oneHot(data=DIGITS)", on = "ece", when = "data=MOONS") // error: claim-when: 'data' is fixed by each side
@Claim(that = "late", beats = "oneHot", on = "ece", when = "data=MOONS") // error: claim-empty: fits no cell: its sides never exist at the same levels
record BadClaims(BadClaims.Data data) {
    record Result(double ece) {}

    @Variant(baseline = true)
    Result oneHot(Trial t) {
        return new Result(data.ordinal());
    }

    @Variant
    Result smoothed(Trial t, @Levels({"0.1", "0.2"}) double epsilon) {
        return new Result(epsilon);
    }

    @Variant(reference = true)
    Result exact(Trial t) {
        return new Result(0);
    }

    @Variant(ignores = "data")
    Result deaf(Trial t) {
        return new Result(0);
    }

    @Variant(when = "data!=MOONS")
    Result late(Trial t) {
        return new Result(0);
    }

    @Metric(better = LOWER)
    static double ece(Result result) {
        return result.ece();
    }

    @Metric(better = Better.NEITHER)
    static double draws(Result result) {
        return result.ece();
    }

    @Metric(better = LOWER, unit = "ms", timing = true)
    static double millis(Result result) {
        return result.ece();
    }

    enum Data {
        MOONS,
        DIGITS
    }
}
