package bad

import dev.assay.Better.LOWER
import dev.assay.Claim
import dev.assay.Experiment
import dev.assay.Metric
import dev.assay.Trial
import dev.assay.Variant

@Experiment(title = "Companions", asks = "What belongs where?")
@Claim(that = "two", beats = "one", on = "error")
class Companions {
    class Outcome(val error: Double)

    @Variant(baseline = true) fun one(t: Trial): Outcome = Outcome(1.0)

    @Variant fun two(t: Trial): Outcome = Outcome(0.0)

    @Metric(better = LOWER) fun error(outcome: Outcome): Double = outcome.error // error: metric-method: move it into the companion object

    companion object {
        @Variant fun three(t: Trial): Outcome = Outcome(2.0) // error: variant-method: variant 'three' stands in the companion object
    }
}
