package bad

import dev.assay.Better.LOWER
import dev.assay.Claim
import dev.assay.Experiment
import dev.assay.Levels
import dev.assay.Metric
import dev.assay.Trial
import dev.assay.Variant

@Experiment(title = "Defaults", asks = "Which constructor?")
@Claim(that = "two", beats = "one", on = "error")
class DefaultArguments @JvmOverloads constructor(@Levels("1", "2") val size: Int = 1) { // error: experiment-constructor: DefaultArguments
    class Outcome(val error: Double)

    @Variant(baseline = true) fun one(t: Trial): Outcome = Outcome(1.0)

    @Variant fun two(t: Trial): Outcome = Outcome(0.0)

    companion object {
        @Metric(better = LOWER) fun error(outcome: Outcome): Double = outcome.error
    }
}
