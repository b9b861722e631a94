package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

record Stray() {
    record Result(double ece) {}

    @Variant
    Result oneHot(Trial t) { // error: stray-part: @Variant stands in Stray, which is no @Experiment
        return new Result(1);
    }

}
