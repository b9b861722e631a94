package dev.assay.experiments.regression

import kotlin.math.abs

/** The k nearest of some points on a line. */
internal class Neighbours(private val points: DoubleArray, private val k: Int) {
    init {
        require(k in 1..points.size) { "of ${points.size} points, 1 to ${points.size} are nearest, not $k" }
    }

    private val order = points.indices.sortedBy { points[it] }.toIntArray()

    /** The mean of their values. */
    fun mean(at: Double, values: DoubleArray): Double {
        var low = order.indexOfFirst { points[it] >= at }.let { if (it < 0) order.size else it }
        var high = low
        // Grow the window on the side of the nearer point.
        while (high - low < k) {
            val left = if (low > 0) abs(points[order[low - 1]] - at) else Double.POSITIVE_INFINITY
            val right = if (high < order.size) abs(points[order[high]] - at) else Double.POSITIVE_INFINITY
            if (left <= right) low-- else high++
        }
        return (low until high).sumOf { values[order[it]] } / k
    }
}
