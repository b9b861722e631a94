package demo

import dev.assay.Better.LOWER
import dev.assay.Claim
import dev.assay.Experiment
import dev.assay.Levels
import dev.assay.Metric
import dev.assay.Trial
import dev.assay.Variant
import kotlin.math.sqrt

/** The mean is the best estimate of a centre that there is, until a few values are wild; the median then hardly moves. */
@Experiment(title = "Mean against median", asks = "When is the median worth it?")
@Claim(that = "mean", beats = "median", on = "error", `when` = "wild=0")
@Claim(that = "median", beats = "mean", on = "error", `when` = "wild=0.1")
@Claim(that = "trimmed(share=0.2)", matches = "median", on = "error", within = 0.02)
class Averages(@Levels("0", "0.1") private val wild: Double) {
    /** How far 200 estimates were off the centre, which is 0. */
    class Estimates(val values: List<Double>)

    /** The sum over the number. */
    @Variant(baseline = true) fun mean(t: Trial): Estimates = estimates(t, 0.0)

    /** The middle one. */
    @Variant fun median(t: Trial): Estimates = estimates(t, 0.5)

    /** The mean of what is left without the lowest and the highest. */
    @Variant fun trimmed(t: Trial, @Levels("0.05", "0.2") share: Double): Estimates = estimates(t, share)

    /** Estimates from samples of 25, of which a share is ten times as wide; the ends are left out of each. */
    private fun estimates(t: Trial, ends: Double): Estimates {
        val random = t.random("samples")
        return Estimates(
            List(200) {
                val sample = List(25) { random.nextGaussian() * if (random.nextDouble() < wild) 10 else 1 }.sorted()
                val cut = minOf((ends * sample.size).toInt(), (sample.size - 1) / 2)
                sample.subList(cut, sample.size - cut).average()
            }
        )
    }

    companion object {
        /** The root of the mean squared error. */
        @Metric(better = LOWER) fun error(estimates: Estimates): Double = sqrt(estimates.values.sumOf { it * it } / 200)
    }
}
