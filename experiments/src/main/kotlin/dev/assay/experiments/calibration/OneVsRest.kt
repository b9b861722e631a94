package dev.assay.experiments.calibration

import dev.assay.train.Predictions
import kotlin.math.exp
import kotlin.math.ln
import kotlin.math.max

/**
 * A method for two classes, used on many: each class against the rest, and the results divided by their sum (Zadrozny
 * and Elkan 2002). A result below 10⁻⁶ counts as 10⁻⁶, so that no label is called impossible.
 */
internal class OneVsRest private constructor(private val score: (Predictions, Int, Int) -> Double) {

    /**
     * Fits a function for each class, and applies it.
     *
     * @param calibration predictions that the functions are fitted on
     * @param test predictions that they are applied to
     * @param fit scores and hits of one class into a function from a score to a probability
     */
    fun calibrate(
        calibration: Predictions,
        test: Predictions,
        fit: (DoubleArray, BooleanArray) -> (Double) -> Double,
    ): Predictions {
        val functions =
            (0 until calibration.classes()).map { k ->
                fit(
                    DoubleArray(calibration.size()) { score(calibration, it, k) },
                    BooleanArray(calibration.size()) { calibration.label(it) == k },
                )
            }
        val rows =
            Array(test.size()) { row ->
                DoubleArray(test.classes()) { k -> max(SMALLEST, functions[k](score(test, row, k))) }
            }
        return Predictions.ofProbabilities(rows, IntArray(test.size()) { test.label(it) })
    }

    companion object {
        private const val SMALLEST = 1e-6

        /** By the probability that a row was given of the class. */
        val probabilities = OneVsRest(Predictions::probability)

        /** By the logarithm of that probability over the others' sum: the logit of the class against the rest. */
        val logOdds = OneVsRest(::logOdds)

        private fun logOdds(predictions: Predictions, row: Int, k: Int): Double {
            val others = (0 until predictions.classes()).filter { it != k }.map { predictions.logProbability(row, it) }
            val largest = others.max()
            return predictions.logProbability(row, k) - largest - ln(others.sumOf { exp(it - largest) })
        }
    }
}
