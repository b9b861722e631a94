package bad

import dev.assay.Better.LOWER
import dev.assay.Claim
import dev.assay.Experiment
import dev.assay.Metric
import dev.assay.Trial
import dev.assay.Variant

@Experiment(title = "Unknown variant", asks = "Which one?") // error: unknown-variant: no variant 'tow'. Did you mean 'two'? There are: one, two.
@Claim(that = "tow", beats = "one", on = "error")
object UnknownVariant {
    class Outcome(val error: Double)

    @Variant(baseline = true) fun one(t: Trial): Outcome = Outcome(1.0)

    @Variant fun two(t: Trial): Outcome = Outcome(0.0)

    @Metric(better = LOWER) fun error(outcome: Outcome): Double = outcome.error
}
