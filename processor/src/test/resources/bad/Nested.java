package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

final class Nested {
    @Experiment(title = "Label smoothing", asks = "Does it calibrate?")
    @Claim(that = "smoothed", beats = "oneHot", on = "ece")
    final class Inner { // error: experiment-class: Inner is an inner class; its harness has no Nested to make it in
        @Variant(baseline = true)
        Double oneHot(Trial t) {
            return 1.0;
        }

        @Variant
        Double smoothed(Trial t) {
            return 1.0;
        }

        @Metric(better = LOWER)
        static double ece(Double result) {
            return result;
        }
    }
}
