package bad

import dev.assay.Better.LOWER
import dev.assay.Claim
import dev.assay.Experiment
import dev.assay.Metric
import dev.assay.Trial
import dev.assay.Variant

@Experiment(title = "Suspend", asks = "Does it wait?")
@Claim(that = "two", beats = "one", on = "error")
class SuspendFunctions {
    class Outcome(val error: Double)

    @Variant(baseline = true) fun one(t: Trial): Outcome = Outcome(1.0)

    @Variant suspend fun two(t: Trial): Outcome = Outcome(0.0) // error: variant-method: variant 'two' is a suspend function

    companion object {
        @Metric(better = LOWER) fun error(outcome: Outcome): Double = outcome.error

        @Metric(better = LOWER) suspend fun late(outcome: Outcome): Double = outcome.error // error: metric-method: metric 'late' is a suspend function
    }
}
