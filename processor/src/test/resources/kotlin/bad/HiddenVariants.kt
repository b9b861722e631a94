package bad

import dev.assay.Better.LOWER
import dev.assay.Claim
import dev.assay.Experiment
import dev.assay.Metric
import dev.assay.Trial
import dev.assay.Variant

@Experiment(title = "Hidden", asks = "Can they be called?")
@Claim(that = "two", beats = "one", on = "error")
class HiddenVariants {
    class Outcome(val error: Double)

    @Variant(baseline = true) fun one(t: Trial): Outcome = Outcome(1.0)

    @Variant private fun two(t: Trial): Outcome = Outcome(0.0) // error: variant-method: variant 'two' is private

    @Variant internal fun three(t: Trial): Outcome = Outcome(0.0) // error: variant-method: is internal, so that Kotlin adds the module

    companion object {
        @Metric(better = LOWER) fun error(outcome: Outcome): Double = outcome.error
    }
}
