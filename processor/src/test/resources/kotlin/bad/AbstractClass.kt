package bad

import dev.assay.Better.LOWER
import dev.assay.Claim
import dev.assay.Experiment
import dev.assay.Metric
import dev.assay.Trial
import dev.assay.Variant

@Experiment(title = "Abstract", asks = "Can it be made?") // error: experiment-class: AbstractClass is abstract
@Claim(that = "two", beats = "one", on = "error")
abstract class AbstractClass {
    class Outcome(val error: Double)

    @Variant(baseline = true) fun one(t: Trial): Outcome = Outcome(1.0)

    @Variant abstract fun two(t: Trial): Outcome // error: variant-method: variant 'two' is abstract

    companion object {
        @Metric(better = LOWER) fun error(outcome: Outcome): Double = outcome.error
    }
}
