package dev.assay.experiments.calibration

import kotlin.math.ceil

/** In each of several intervals of a probability, the share of hits that was seen there (Zadrozny and Elkan 2001). */
class HistogramBinning private constructor(private val shares: DoubleArray) {

    /** The share of hits to expect where a class was given a probability from 0 to 1. */
    fun at(probability: Double): Double = shares[bin(probability, shares.size)]

    companion object {
        /**
         * Fits the shares. A bin without rows keeps its middle, which is what the net would have said there.
         *
         * @param probabilities a number from 0 to 1 for each row
         * @param hits whether the row is of the class
         * @param bins how many intervals of equal width, each open below and closed above
         */
        @JvmStatic
        fun fit(probabilities: DoubleArray, hits: BooleanArray, bins: Int): HistogramBinning {
            require(bins >= 1) { "binning needs at least 1 bin, not $bins" }
            require(probabilities.size == hits.size) {
                "${probabilities.size} probabilities need as many hits, not ${hits.size}"
            }
            val counts = IntArray(bins)
            val sums = IntArray(bins)
            for (row in hits.indices) {
                val bin = bin(probabilities[row], bins)
                counts[bin]++
                if (hits[row]) sums[bin]++
            }
            return HistogramBinning(
                DoubleArray(bins) { if (counts[it] == 0) (it + 0.5) / bins else sums[it].toDouble() / counts[it] }
            )
        }

        private fun bin(probability: Double, bins: Int): Int =
            (ceil(probability * bins).toInt() - 1).coerceIn(0, bins - 1)
    }
}
