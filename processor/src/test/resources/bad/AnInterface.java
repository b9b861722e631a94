package bad;

import static dev.assay.Better.LOWER;

import dev.assay.*;
import dev.assay.chart.*;

@Experiment(title = "Label smoothing", asks = "Does it calibrate?")
interface AnInterface {} // error: experiment-class: is of the kind interface // error: no-rival: declares 0 variants // error: no-metric: no metric // error: no-claim: stakes no claim
