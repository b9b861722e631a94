package bad

import dev.assay.Better.LOWER
import dev.assay.Claim
import dev.assay.Experiment
import dev.assay.Metric
import dev.assay.Trial
import dev.assay.Variant

@Experiment(title = "No trial", asks = "Where does it draw from?")
@Claim(that = "two", beats = "one", on = "error")
object NoTrial {
    class Outcome(val error: Double)

    @Variant(baseline = true) fun one(t: Trial): Outcome = Outcome(1.0)

    @Variant fun two(seed: Long): Outcome = Outcome(seed.toDouble()) // error: variant-trial: variant 'two' takes (long) // error: no-levels: 'seed' has no levels

    @Metric(better = LOWER) fun error(outcome: Outcome): Double = outcome.error
}
