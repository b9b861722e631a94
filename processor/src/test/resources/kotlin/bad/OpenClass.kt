package bad

import dev.assay.Better.LOWER
import dev.assay.Claim
import dev.assay.Experiment
import dev.assay.Metric
import dev.assay.Trial
import dev.assay.Variant

@Experiment(title = "Open", asks = "Which one is it?") // error: experiment-class: OpenClass
@Claim(that = "two", beats = "one", on = "error")
open class OpenClass {
    class Outcome(val error: Double)

    @Variant(baseline = true) fun one(t: Trial): Outcome = Outcome(1.0)

    @Variant fun two(t: Trial): Outcome = Outcome(0.0)

    companion object {
        @Metric(better = LOWER) fun error(outcome: Outcome): Double = outcome.error
    }
}
