package dev.assay.experiments.calibration

import kotlin.math.abs
import kotlin.math.exp
import kotlin.math.ln1p
import kotlin.math.max

/** A sigmoid of a straight line in the score (Platt 1999). */
class PlattScaling private constructor(val slope: Double, val intercept: Double) {

    /** The probability of a hit at a score. */
    fun at(score: Double): Double = sigmoid(slope * score + intercept)

    /**
     * The cross-entropy that the line is fitted by. Its targets are a little inside 0 and 1, as if one more row of
     * either kind had been seen, so that the fit exists where a threshold separates the rows, too.
     */
    internal class Loss(private val scores: DoubleArray, hits: BooleanArray) {
        private val targets: DoubleArray

        init {
            require(scores.isNotEmpty() && scores.size == hits.size) {
                "${scores.size} scores need as many hits and at least one, not ${hits.size}"
            }
            val positive = hits.count { it }
            val onHits = (positive + 1.0) / (positive + 2.0)
            val onMisses = 1.0 / (hits.size - positive + 2.0)
            targets = DoubleArray(hits.size) { if (hits[it]) onHits else onMisses }
        }

        fun at(slope: Double, intercept: Double): Double =
            scores.indices.sumOf {
                val line = slope * scores[it] + intercept
                max(line, 0.0) + ln1p(exp(-abs(line))) - targets[it] * line
            }

        fun gradient(slope: Double, intercept: Double): DoubleArray {
            val gradient = DoubleArray(2)
            for (row in scores.indices) {
                val excess = sigmoid(slope * scores[row] + intercept) - targets[row]
                gradient[0] += excess * scores[row]
                gradient[1] += excess
            }
            return gradient
        }

        /** Newton's step: the gradient divided by the curvature, with a sliver on its diagonal. */
        fun step(slope: Double, intercept: Double): DoubleArray {
            var ss = RIDGE
            var s = 0.0
            var n = RIDGE
            for (score in scores) {
                val p = sigmoid(slope * score + intercept)
                ss += p * (1 - p) * score * score
                s += p * (1 - p) * score
                n += p * (1 - p)
            }
            val (g0, g1) = gradient(slope, intercept)
            val determinant = ss * n - s * s
            return doubleArrayOf((n * g0 - s * g1) / determinant, (ss * g1 - s * g0) / determinant)
        }
    }

    companion object {
        private const val RIDGE = 1e-12
        private const val STEPS = 100
        private const val SMALLEST = 1e-10

        /**
         * Fits slope and intercept by Newton's method with a step that is halved until the loss falls (Lin, Lin and
         * Weng 2007).
         *
         * @param scores a finite number for each row
         * @param hits whether the row is of the class
         */
        @JvmStatic
        fun fit(scores: DoubleArray, hits: BooleanArray): PlattScaling {
            val loss = Loss(scores, hits)
            var slope = 0.0
            var intercept = 0.0
            for (round in 1..STEPS) {
                val (ds, di) = loss.step(slope, intercept)
                val before = loss.at(slope, intercept)
                var part = 1.0
                while (part > SMALLEST && loss.at(slope - part * ds, intercept - part * di) > before) part /= 2
                if (part <= SMALLEST) break
                slope -= part * ds
                intercept -= part * di
                if (abs(part * ds) + abs(part * di) < SMALLEST) break
            }
            return PlattScaling(slope, intercept)
        }

        private fun sigmoid(line: Double): Double = if (line >= 0) 1 / (1 + exp(-line)) else exp(line) / (1 + exp(line))
    }
}
