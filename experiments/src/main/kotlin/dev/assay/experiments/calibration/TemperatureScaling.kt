package dev.assay.experiments.calibration

import dev.assay.train.Predictions
import kotlin.math.exp
import kotlin.math.ln

/** One number that all logits are divided by: the order of the classes stays (Guo and others 2017). */
object TemperatureScaling {
    private val COLDEST = ln(0.01)
    private val HOTTEST = ln(100.0)
    private const val HALVINGS = 50

    /**
     * The temperature with the smallest mean negative log-likelihood, between 0.01 and 100.
     *
     * The likelihood is convex in 1/T and so has one valley in log T, whose floor is where the slope changes its sign.
     */
    @JvmStatic
    fun fit(predictions: Predictions): Double {
        var low = COLDEST
        var high = HOTTEST
        repeat(HALVINGS) {
            val middle = (low + high) / 2
            if (slope(predictions, exp(middle)) < 0) low = middle else high = middle
        }
        return exp((low + high) / 2)
    }

    /** The slope along T, up to a factor above 0: how much the labels' logits exceed what the probabilities expect. */
    private fun slope(predictions: Predictions, temperature: Double): Double {
        val scaled = predictions.scaled(temperature)
        return (0 until predictions.size()).sumOf { row ->
            predictions.logProbability(row, predictions.label(row)) -
                (0 until predictions.classes()).sumOf {
                    scaled.probability(row, it) * predictions.logProbability(row, it)
                }
        }
    }
}
